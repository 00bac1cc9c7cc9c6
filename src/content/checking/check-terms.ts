import { wordKey } from '#apps/inventory/reading/vocabulary.ts';
import type { Library } from '#content/reading/entries.ts';
import type { Problem } from '#content/reading/problem.ts';

const file = 'content/glossary.yaml';

/**
 * Names that stand under two terms, so that search would take them for whichever comes first. Case, accents and
 * punctuation do not tell names apart; one term may spell its name in several ways.
 */
export function checkTerms({ terms }: Pick<Library, 'terms'>): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, term, expansion, oldNames, aliases } of terms.values()) {
    const names = [
      { name: term, field: 'term' },
      ...(expansion === undefined ? [] : [{ name: expansion, field: 'expansion' }]),
      ...oldNames.map((name, index) => ({ name, field: `oldNames.${index}` })),
      ...aliases.map((name, index) => ({ name, field: `aliases.${index}` })),
    ];
    for (const { name, field } of names) {
      const owner = owners.get(wordKey(name)) ?? id;
      owners.set(wordKey(name), owner);
      if (owner === id) continue;
      const message = `"${name}" stands under ${owner} already; a name may mean one thing only`;
      problems.push({ file, field: `${id}.${field}`, message });
    }
  }
  return problems;
}
