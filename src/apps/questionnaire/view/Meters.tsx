import { useId, useState } from 'preact/hooks';
import { path } from '#content/publishing/path.ts';
import type { Advice } from '#core/advisor/advice.ts';
import { costText, type MeterReading, metersOf, readPrice } from '#core/advisor/meters.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { joinWords, patternName } from '#core/advisor/wording.ts';

/** A price of the reader's own, kept while the page is open and nowhere else, and what it comes to. */
function OwnPrice({ units, unit }: { units: number; unit: string }) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const price = readPrice(typed);
  return (
    <div class="meters__price">
      <label for={id}>Your price for one of these {unit}</label>{' '}
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={typed}
        aria-invalid={price.kind === 'unreadable'}
        aria-describedby={`${id}-sum`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <p id={`${id}-sum`} role="status">
        {price.kind === 'read' && `Comes to ${costText(units, price.price)} a month, in the currency of your price.`}
        {price.kind === 'unreadable' && price.reason}
      </p>
    </div>
  );
}

function Reading({ reading: { rule, units, arithmetic }, book }: { reading: MeterReading; book: RuleBook }) {
  return (
    <li>
      <strong>{rule.name}:</strong> {arithmetic}.
      <p class="meters__definition">
        {rule.definition}{' '}
        {rule.sources.map((source) => (
          <a class="reasons__source" href={path(`/sources/#${source}`)} key={source}>
            {book.sources[source]?.title}
          </a>
        ))}
      </p>
      {units !== undefined && <OwnPrice units={units} unit={rule.unit} />}
    </li>
  );
}

/** What runs up with the volume, for the recommended pattern and the next best. */
export function Meters({ advice: { profile, recommendation, chain, book } }: { advice: Advice }) {
  const meters = metersOf(profile, recommendation, chain, book);
  if (recommendation.primary === undefined) return null;
  const { leftOut } = book.meters;
  return (
    <section class="meters">
      <h3>What runs up with the volume</h3>
      {meters.map(({ pattern, readings }) => (
        <div key={pattern}>
          <h4>{patternName(pattern, book)}</h4>
          <ul>
            {readings.map((reading) => (
              <Reading reading={reading} book={book} key={reading.rule.id} />
            ))}
          </ul>
        </div>
      ))}
      {meters.length === 0 && <p>No meter that a current source defines turns for this pattern.</p>}
      <p class="meters__left-out">
        Not counted here: {joinWords(leftOut.map(({ name, because }) => `${name} (${because})`))}.
      </p>
    </section>
  );
}
