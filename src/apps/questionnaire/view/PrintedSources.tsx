import type { Advice } from '#core/advisor/advice.ts';

/** Ids of the sources of all that a printed result says, each once. */
function sourcesOf({ recommendation, explanation, conflicts, capacity, chain, operations }: Advice): string[] {
  const rules = [
    ...explanation.reasons,
    ...explanation.despite,
    ...recommendation.middlewareBecause,
    ...recommendation.middlewareKinds,
    ...conflicts.map(({ rule }) => rule),
    ...(chain?.variants ?? []).flatMap(({ chosen }) => chosen ?? []),
    ...(chain?.parts ?? []),
    ...(operations?.sections ?? []).flatMap(({ items }) => items),
  ];
  return [...new Set([...rules.flatMap(({ sources }) => sources), ...capacity.map(({ rule }) => rule.source)])];
}

/** The sources of a result by name: on paper there is no link to follow. */
export function PrintedSources({ advice }: { advice: Advice }) {
  const named = sourcesOf(advice).flatMap((id) => advice.book.sources[id] ?? []);
  return (
    <section class="result__sources">
      <h3>Sources</h3>
      <ul>
        {named.map(({ title, publisher, dated, url }) => (
          <li key={url}>
            {publisher}: {title}
            {dated === 'undated' ? '' : `, ${dated.slice(0, 4)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
