import type { Send } from '#apps/inventory/machine/machine.ts';
import { columnLabel } from '#apps/inventory/reading/column-label.ts';
import { isField } from '#apps/inventory/reading/columns.ts';
import type { WordReading } from '#apps/inventory/reading/interpret.ts';
import { isGuess, isUnread } from '#apps/inventory/reading/read-value.ts';
import { choices, type Field, guarantees, isChoice, isCount } from '#core/advisor/profile.ts';
import { answerText, choiceText, questionOf } from '#core/advisor/wording.ts';
import { ScrollRegion } from './ScrollRegion.tsx';
import { useSetup } from './setup.ts';

interface Meaning {
  value: string;
  label: string;
}

/** What a word of a column can be taken for. */
function useOptions(field: Field): Meaning[] {
  const { book } = useSetup();
  if (isCount(field)) {
    const bands = questionOf(field, book)?.options ?? [];
    return bands.map(({ value, label }) => ({ value: String(value), label: `${label} (${value})` }));
  }
  const values: readonly string[] = isChoice(field) ? choices[field] : guarantees;
  return values.map((value) => ({ value, label: choiceText(field, value, book) }));
}

function ReadingChoice({ word: { word, count, column, reading }, send }: { word: WordReading; send: Send }) {
  const { vocabulary, book } = useSetup();
  const field = column as Field;
  const options = useOptions(field);
  const text = isUnread(reading) ? undefined : reading.text;
  const isListed = text === undefined || text === '' || options.some(({ value }) => value === text);
  const label = columnLabel(column, vocabulary, book);
  return (
    <tr data-unread={isUnread(reading) ? '' : undefined} data-guess={isGuess(reading) ? '' : undefined}>
      <td>{label}</td>
      <th scope="row">{word.slice(0, 80)}</th>
      <td class="number">{count}</td>
      <td class="mapping__by">
        {isUnread(reading) ? 'not understood' : isGuess(reading) ? 'a guess, please check' : 'known word'}
      </td>
      <td>
        <select
          aria-label={`${label}: “${word.slice(0, 80)}” means`}
          value={text ?? '?'}
          onChange={({ currentTarget }) => send({ type: 'word.corrected', column, word, value: currentTarget.value })}
        >
          {text === undefined && <option value="?">Not understood: choose</option>}
          <option value="">Not known</option>
          {!isListed && <option value={text}>{isCount(field) ? answerText(field, Number(text), book) : text}</option>}
          {options.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

const SHOWN = 60;

/** Words that were not the advisor's own, and what each was taken for; those it did not understand come first. */
export function WordReadings({ words, send }: { words: readonly WordReading[]; send: Send }) {
  const translated = words.filter(
    ({ reading, column }) => isField(column) && (isUnread(reading) || reading.certainty !== 'exact'),
  );
  const unread = translated.filter(({ reading }) => isUnread(reading)).length;
  if (translated.length === 0) return null;
  return (
    <details class="mapping__words" open={unread > 0}>
      <summary>
        {translated.length} words were translated
        {unread > 0 && `, ${unread} of them ${unread === 1 ? 'was' : 'were'} not understood`}
      </summary>
      <ScrollRegion label="Words">
        <table>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Your word</th>
              <th scope="col" class="number">
                Cells
              </th>
              <th scope="col">How sure</th>
              <th scope="col">Is taken for</th>
            </tr>
          </thead>
          <tbody>
            {translated.slice(0, SHOWN).map((word) => (
              <ReadingChoice key={`${word.column} ${word.word}`} word={word} send={send} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
