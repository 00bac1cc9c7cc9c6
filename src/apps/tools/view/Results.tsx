import { inLabels, inNumbers } from '#core/tools/arithmetic.ts';
import { resultText, sayingOf, type ToolAtWork } from '#core/tools/saying.ts';

/** The result that matters most, in large letters, and what it means. */
export function Headline(props: ToolAtWork) {
  const { tool, worked, read } = props;
  const headline = tool.results.find(({ id }) => id === tool.headline);
  if (!headline) return null;
  const lead = tool.results.find(({ id }) => id === tool.lead);
  const faults = read.faults.length;
  return (
    <div class="tool-headline" role="status">
      <p class="tool-headline__label">{(lead ?? headline).label}</p>
      <p class="tool-headline__value">{resultText(lead ?? headline, worked)}</p>
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

/** All results, each with its sum. */
export function Results({ tool, worked }: ToolAtWork) {
  const ordered = [...tool.results.filter(({ isStep }) => !isStep), ...tool.results.filter(({ isStep }) => isStep)];
  return (
    <section class="tool-results" aria-labelledby="results-heading">
      <h2 id="results-heading">Results, and how each is worked out</h2>
      <dl>
        {ordered.map((result) => {
          const [labels, numbers] = [inLabels(tool, result.formula), inNumbers(tool, result.formula, worked)];
          return (
            <div key={result.id}>
              <dt>{result.label}</dt>
              <dd>
                <strong>{resultText(result, worked)}</strong>
                <span class="tool-results__sum">
                  {labels}
                  {numbers !== labels && ` = ${numbers}`}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
