import { loadRuleBook } from './rule-book.ts';
import { library } from './site.ts';

/** The rule book of the site being built, read and checked once. */
export const ruleBook = loadRuleBook(process.cwd(), library);
