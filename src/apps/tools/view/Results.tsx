import { inLabels, inNumbers } from '#core/tools/arithmetic.ts';
import { holdsTrue, type Worked } from '#core/tools/evaluate.ts';
import type { ReadEntries } from '#core/tools/read-entries.ts';
import type { Result, Tool } from '#core/tools/tool.ts';
import { valueText, withUnit } from '#core/tools/words.ts';

interface ResultsProps {
  tool: Tool;
  read: ReadEntries;
  worked: Worked;
}

/** A result as it stands in a sentence. */
export function resultText(result: Result, { results }: Worked): string {
  const value = results[result.id];
  return value === undefined
    ? (result.none ?? 'not known yet')
    : withUnit(valueText(value, result.format), result.unit);
}

/** What the page says about a result: the first sentence whose condition holds, with its numbers. */
export function sayingOf(result: Result, { tool, read, worked }: ResultsProps): string | undefined {
  const said = result.says.find(({ when }) => holdsTrue(tool, read, when))?.text;
  return said?.replaceAll(/\{([a-z0-9_]+)\}/g, (whole, id: string) => {
    const named = tool.results.find((each) => each.id === id);
    if (named) return resultText(named, worked);
    const input = tool.inputs.find((each) => each.id === id);
    return input ? withUnit(valueText(read.inputs[id]), 'unit' in input ? input.unit : undefined) : whole;
  });
}

/** Whether nothing has come out because too little is filled in, and not because something cannot be read. */
export const isUnfilled = (tool: Tool, read: ReadEntries, worked: Worked): boolean =>
  worked.results[tool.headline] === undefined &&
  read.faults.length === 0 &&
  tool.inputs.every(({ id }) => read.inputs[id] !== undefined);

/** The result that matters most, in large letters, and what it means. */
export function Headline(props: ResultsProps) {
  const { tool, worked, read } = props;
  const headline = tool.results.find(({ id }) => id === tool.headline);
  if (!headline) return null;
  const lead = tool.results.find(({ id }) => id === tool.lead) ?? headline;
  const value = worked.results[lead.id];
  const faults = read.faults.length;
  return (
    <div class="tool-headline" role="status">
      <p class="tool-headline__label">{lead.label}</p>
      {!isUnfilled(tool, read, worked) && (
        <p class="tool-headline__value">{value === undefined ? 'not known yet' : resultText(lead, worked)}</p>
      )}
      {tool.results.map((result) => {
        const said = sayingOf(result, props);
        return said && <p key={result.id}>{said}</p>;
      })}
      {faults > 0 && (
        <p class="tool-headline__faults">
          {faults === 1
            ? 'One entry cannot be read and is left out'
            : `${faults} entries cannot be read and are left out`}
          ; what is allowed stands beside {faults === 1 ? 'it' : 'them'}.
        </p>
      )}
    </div>
  );
}

/** All results, each with its sum; as long as nothing is filled in, only how each will be worked out. */
export function Results({ tool, read, worked }: ResultsProps) {
  const hasNumbers = !isUnfilled(tool, read, worked);
  const ordered = [...tool.results.filter(({ isStep }) => !isStep), ...tool.results.filter(({ isStep }) => isStep)];
  return (
    <section class="tool-results" aria-labelledby="results-heading">
      <h2 id="results-heading">Results, and how each is worked out</h2>
      <dl>
        {ordered.map((result) => {
          const labels = inLabels(tool, result.formula);
          const numbers = hasNumbers ? inNumbers(tool, result.formula, read, worked) : undefined;
          return (
            <div key={result.id}>
              <dt>{result.label}</dt>
              <dd>
                {hasNumbers && <strong>{resultText(result, worked)}</strong>}
                <span class="tool-results__sum">
                  {labels}
                  {numbers !== undefined && numbers !== labels && ` = ${numbers}`}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
