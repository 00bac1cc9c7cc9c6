import type { DecisionEntry } from '#content/reading/entries.ts';
import type { Grounds } from '#core/advisor/rule-book.ts';
import { readAnswers } from '#core/decisions/decision.ts';

type Report = (field: string, message: string) => void;

const repeated = (ids: readonly string[]): string[] => ids.filter((id, index) => ids.indexOf(id) < index);

/** Words of a condition that no question offers; that a question is asked at all is seen where rules are compiled. */
function checkWords({ id, when, unless }: Grounds, { book }: DecisionEntry, report: Report): void {
  for (const test of [...when, ...unless].flat()) {
    const allowed = book.ownFields?.[test.field]?.words;
    if (!allowed || !('anyOf' in test)) continue;
    for (const word of test.anyOf.filter((each) => !allowed.includes(each)))
      report(
        `${id}.when.${test.field}`,
        `"${word}" is no answer to "${test.field}"; allowed are ${allowed.join(', ')}`,
      );
  }
}

function checkRules(decision: DecisionEntry, report: Report): void {
  const { rules, criteria, patterns } = decision.book;
  const choices: readonly string[] = patterns.map(({ id }) => id);
  const asked: readonly string[] = criteria.map(({ id }) => id);
  for (const rule of rules) {
    if (!choices.includes(rule.pattern))
      report(`${rule.id}.choice`, `"${rule.pattern}" does not exist; allowed are ${choices.join(', ')}`);
    if (!asked.includes(rule.criterion))
      report(`${rule.id}.criterion`, `"${rule.criterion}" does not exist; allowed are ${asked.join(', ')}`);
  }
  for (const id of patterns.map((one) => one.id))
    if (!rules.some(({ pattern, criterion, effect }) => pattern === id && criterion === 'task' && effect === 'favour'))
      report(`choices.${id}`, 'can never be recommended: no rule speaks for it under "task"');
  for (const { field } of decision.book.questions)
    if (!rules.some(({ when, unless }) => [...when, ...unless].flat().some((test) => test.field === field)))
      report(`questions.${field}`, 'is asked for nothing: no rule tests it');
}

/** What is wrong in a decision that no schema sees: words nobody offers, choices nothing can recommend, cases told wrongly. */
export function checkDecision(decision: DecisionEntry, report: Report): void {
  const { book, choices, cases } = decision;
  for (const id of repeated(choices.map((choice) => choice.id))) report('choices', `"${id}" stands twice`);
  for (const field of repeated(book.questions.map((question) => question.field)))
    report('questions', `"${field}" stands twice`);
  for (const grounds of [...book.rules, ...book.contradictions]) checkWords(grounds, decision, report);
  checkRules(decision, report);
  cases.forEach(({ answers }, index) => {
    for (const { text } of readAnswers(decision, Object.entries(answers)).faults)
      report(`cases.${index}.answers`, text);
  });
}
