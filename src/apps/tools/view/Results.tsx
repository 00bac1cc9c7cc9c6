import { inLabels, inNumbers } from '#core/tools/arithmetic.ts';
import { resultText, sayingOf, type ToolAtWork } from '#core/tools/saying.ts';

/** Whether nothing has come out because too little is filled in, and not because something cannot be read. */
export const isUnfilled = ({ tool, read, worked }: ToolAtWork): boolean =>
  worked.results[tool.headline] === undefined &&
  read.faults.length === 0 &&
  tool.inputs.every(({ id }) => read.inputs[id] !== undefined);

/** The result that matters most, in large letters, and what it means. */
export function Headline(props: ToolAtWork) {
  const { tool, worked, read } = props;
  const headline = tool.results.find(({ id }) => id === tool.headline);
  if (!headline) return null;
  const lead = tool.results.find(({ id }) => id === tool.lead) ?? headline;
  const value = worked.results[lead.id];
  const faults = read.faults.length;
  return (
    <div class="tool-headline" role="status">
      <p class="tool-headline__label">{lead.label}</p>
      {!isUnfilled({ tool, read, worked }) && (
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
export function Results({ tool, read, worked }: ToolAtWork) {
  const hasNumbers = !isUnfilled({ tool, read, worked });
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
