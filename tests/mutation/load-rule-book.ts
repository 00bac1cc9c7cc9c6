import type { TestProject } from 'vitest/node';
import type { RuleBook } from '#advisor/rule-book.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { loadRuleBook } from '../../src/content/rule-book.ts';

declare module 'vitest' {
  interface ProvidedContext {
    ruleBook: RuleBook;
  }
}

/** Reads the rule book once for all mutants: reading all content again for each takes longer than most tests. */
export function setup({ provide }: TestProject): void {
  provide('ruleBook', loadRuleBook(process.cwd(), loadLibrary()));
}
