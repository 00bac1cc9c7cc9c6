import { contentOfBuild } from '#content/reading/content-of-build.ts';
import { loadRuleBook } from '#content/reading/rule-book.ts';
import { loadSituations } from '#content/reading/situations.ts';
import { library } from './site.ts';

/** The rule book of the site being built, read and checked once. */
export const ruleBook = contentOfBuild(process.cwd())?.book ?? loadRuleBook(process.cwd(), library);

/** The situations of the decision table. */
export const situations = contentOfBuild(process.cwd())?.situations ?? loadSituations();

const { rules, verdicts, kinds, conflicts, contradictions, notes, choices, parts } = ruleBook;
const variants = choices.flatMap((choice) => choice.variants);

/**
 * How many rules there are, so that every page gives the same number: `all` of them, and those among them that weigh the
 * `patterns`; the others decide on middleware and on the design, name conflicts and contradictions, and say what is not weighed.
 */
export const ruleCounts = {
  all: [rules, verdicts, kinds, conflicts, contradictions, notes, variants, parts].reduce(
    (sum, { length }) => sum + length,
    0,
  ),
  patterns: rules.length,
};
