import type { Library } from '#content/reading/entries.ts';
import { faultOf, type Ledgers } from '#content/reading/ledger.ts';
import type { Problem } from '#content/reading/problem.ts';

const FILE = 'content/assumptions.yaml';

/** A number that fewer pages use may as well stand in its text, unless others have to add up with it. */
const LEAST_PAGES = 2;

/** Sums of tenths come out a little off in binary. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

type Relation = Library['assumptions']['relations'][number];

/** What a relation comes to, and what it should come to. */
function outcome(relation: Relation, amountOf: (id: string) => number): { id: string; comes: number; says: number } {
  const values = relation.of.map(amountOf);
  if ('sum' in relation) {
    return { id: relation.sum, comes: values.reduce((sum, value) => sum + value, 0), says: amountOf(relation.sum) };
  }
  return {
    id: relation.product,
    comes: values.reduce((product, value) => product * value, 1),
    says: amountOf(relation.product),
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Numbers of ours that do not add up, that share an id with a figure, or that too few pages use.
 */
export function checkAssumptions(
  { assumptions: { assumptions, relations }, answers, patterns, unread }: Library,
  { figure, assumption }: Pick<Ledgers, 'figure' | 'assumption'>,
): Problem[] {
  const problems: Problem[] = [];
  const report = (field: string, message: string): void => {
    problems.push({ file: FILE, field, message });
  };
  relations.forEach((relation, index) => {
    const ids = ['sum' in relation ? relation.sum : relation.product, ...relation.of];
    const faults = ids.flatMap((id) => faultOf(id, assumption) ?? []);
    for (const fault of faults) report(`relations.${index}`, fault);
    if (faults.length > 0) return;
    const { id, comes, says } = outcome(relation, (one) => assumptions[one]?.value ?? 0);
    if (!isSame(comes, says)) {
      report(`relations.${index}`, `${relation.of.join(', ')} come to ${rounded(comes)}, but ${id} says ${says}`);
    }
  });
  const related = new Set(relations.flatMap((one) => ['sum' in one ? one.sum : one.product, ...one.of]));
  for (const id of Object.keys(assumptions)) {
    if (figure.ids.has(id)) report(`assumptions.${id}`, 'is a figure as well; a number of ours needs an id of its own');
    const pages = [...answers, ...patterns].filter((page) => page.assumptions.includes(id)).length;
    const least = related.has(id) ? 1 : LEAST_PAGES;
    if (pages < least && unread.size === 0) {
      const message = `is used on ${pages} ${pages === 1 ? 'page' : 'pages'}; a number of ours is kept here from ${least} on`;
      report(`assumptions.${id}`, message);
    }
  }
  return problems;
}
