import type { TestProject } from 'vitest/node';
import { loadLibrary } from '#content/reading/library.ts';
import { loadRuleBook } from '#content/reading/rule-book.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';

declare module 'vitest' {
  interface ProvidedContext {
    ruleBook: RuleBook;
  }
}

/** Reads the rule book once for all mutants: reading all content again for each takes longer than most tests. */
export function setup({ provide }: TestProject): void {
  provide('ruleBook', loadRuleBook(process.cwd(), loadLibrary()));
}
