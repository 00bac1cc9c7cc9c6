import type { ComponentChildren } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import type { Decision } from '#apps/decision-log/decision.ts';
import { type Line, type Side, sideBySide, type WhyNotTheOther } from '#apps/decision-log/side-by-side.ts';
import { nameText, numberText } from '#apps/decision-log/write-log.ts';
import { ScrollRegion } from '#apps/inventory/view/ScrollRegion.tsx';
import { Ground } from '#components/advisor/Ground.tsx';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { patternName } from '#core/advisor/wording.ts';

const calledOf = (decision: Decision): string => `${numberText(decision)} ${nameText(decision)}`;

interface ChoiceProps {
  label: string;
  value: string;
  /** The one chosen beside it, which cannot be chosen twice. */
  beside: string;
  decisions: readonly Decision[];
  onChosen: (id: string) => void;
}

function Choice({ label, value, beside, decisions, onChosen }: ChoiceProps) {
  const id = useId();
  return (
    <p>
      <label for={id}>{label}</label>{' '}
      <select id={id} value={value} onChange={({ currentTarget }) => onChosen(currentTarget.value)}>
        <option value="">Choose a decision</option>
        {decisions.map((decision) => (
          <option key={decision.id} value={decision.id} disabled={decision.id === beside}>
            {calledOf(decision)}
          </option>
        ))}
      </select>
    </p>
  );
}

interface RowProps {
  title: string;
  differs: boolean;
  first: ComponentChildren;
  second: ComponentChildren;
}

function Row({ title, differs, first, second }: RowProps) {
  return (
    <tr data-differs={differs ? 'yes' : undefined}>
      <th scope="row">
        {title}
        {differs && <span class="visually-hidden"> (differs)</span>}
      </th>
      <td>{first}</td>
      <td>{second}</td>
    </tr>
  );
}

const lineRow = ({ title, texts: [first, second], differs }: Line) => (
  <Row key={title} title={title} differs={differs} first={first} second={second} />
);

function SideCell({ side: { word, favouredBy, heldAgainst }, book }: { side: Side; book: RuleBook }) {
  return (
    <>
      <strong>{word}.</strong>
      {[favouredBy, heldAgainst].map(
        (rule, index) =>
          rule && (
            <p key={rule.id}>
              {index === 1 && favouredBy && 'But: '}
              {rule.reason}
              <Ground evidence={rule.evidence} sources={rule.sources} book={book} />
            </p>
          ),
      )}
    </>
  );
}

function WhyNot({ why, book }: { why: WhyNotTheOther | undefined; book: RuleBook }) {
  if (!why) return <>Both lead to the same pattern, or one to none.</>;
  const [winner, other] = [patternName(why.winner, book), patternName(why.other, book)];
  if (why.comparison.length === 0) return <>{other} would do as well by these answers.</>;
  return (
    <ul>
      {why.comparison.map(({ criterion, title, ahead, better, against }) => (
        <li key={criterion}>
          <strong>
            {title}: {ahead > 0 ? winner : other} does better.
          </strong>{' '}
          {(better ?? against)?.reason}
        </li>
      ))}
    </ul>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <tbody>
      <tr class="log__part">
        <th scope="rowgroup" colSpan={3}>
          {title}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

function Table({ first, second, book }: { first: Decision; second: Decision; book: RuleBook }) {
  const { verdicts, answers, criteria, whyNot } = useMemo(() => sideBySide(first, second, book), [first, second, book]);
  return (
    <ScrollRegion label="Two decisions side by side">
      <table class="log__beside">
        <caption class="visually-hidden">
          {calledOf(first)} and {calledOf(second)} side by side
        </caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{calledOf(first)}</th>
            <th scope="col">{calledOf(second)}</th>
          </tr>
        </thead>
        <Part title="What came of them">{verdicts.map(lineRow)}</Part>
        <Part title="Answered differently">
          {answers.length > 0 ? (
            answers.map(lineRow)
          ) : (
            <tr>
              <td colSpan={3}>Every question has the same answer.</td>
            </tr>
          )}
        </Part>
        <Part title="Criterion by criterion, for the pattern that each leads to under the rules of today">
          {criteria.map(({ title, sides: [one, two], differs }) => (
            <Row
              key={title}
              title={title}
              differs={differs}
              first={<SideCell side={one} book={book} />}
              second={<SideCell side={two} book={book} />}
            />
          ))}
          <Row
            title="Why not as the other"
            differs={whyNot[0] !== undefined}
            first={<WhyNot why={whyNot[0]} book={book} />}
            second={<WhyNot why={whyNot[1]} book={book} />}
          />
        </Part>
      </table>
    </ScrollRegion>
  );
}

/** Two decisions of the log beside one another, once both are chosen. */
export function SideBySide({ decisions, book }: { decisions: readonly Decision[]; book: RuleBook }) {
  const [chosen, setChosen] = useState(['', '']);
  if (decisions.length < 2) return null;
  const [first, second] = chosen.map((id) => decisions.find((decision) => decision.id === id));
  return (
    <section class="log__compare" aria-labelledby="side-by-side">
      <h2 id="side-by-side">Two decisions side by side</h2>
      <div class="log__choices">
        {['First decision', 'Second decision'].map((label, index) => (
          <Choice
            key={label}
            label={label}
            value={chosen[index] ?? ''}
            beside={chosen[1 - index] ?? ''}
            decisions={decisions}
            onChosen={(id) => setChosen((before) => before.with(index, id))}
          />
        ))}
      </div>
      {first && second && <Table first={first} second={second} book={book} />}
    </section>
  );
}
