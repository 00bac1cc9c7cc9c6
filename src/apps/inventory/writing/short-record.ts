import type { Advice } from '#core/advisor/advice.ts';
import { designName } from '#core/advisor/chain-text.ts';
import { escapeMarkdown } from '#core/advisor/decision-record.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { openQuestions, type Variation, whatWouldChange } from '#core/advisor/variations.ts';
import {
  certaintyText,
  changeText,
  fieldLabel,
  joinWords,
  middlewareText,
  outcomeText,
  patternName,
} from '#core/advisor/wording.ts';

/** What a list says of an interface beside its answers; empty texts where it says nothing. */
export interface InterfaceFacts {
  number: string;
  system: string;
  owner: string;
  status: string;
  wave: string;
  note: string;
}

/** Lines of each part: what a page holds. */
const REASONS = 3;
const CHANGES = 2;
const QUESTIONS = 3;

const labels: readonly (readonly [keyof InterfaceFacts, string])[] = [
  ['number', 'Number'],
  ['system', 'Other system'],
  ['owner', 'Owner'],
  ['status', 'Status'],
  ['wave', 'Wave'],
  ['note', 'Note'],
];

/** What a list says of an interface, as one line of Markdown; empty where it says nothing. */
export const factLine = (facts: InterfaceFacts): string =>
  labels
    .filter(([key]) => facts[key] !== '')
    .map(([key, label]) => `${label}: ${escapeMarkdown(facts[key])}`)
    .join(' · ');

const list = (heading: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [`## ${heading}`, '', ...lines.map((line) => `- ${line}`), ''] : [];

function changeLines(advice: Advice): string[] {
  const { given, unsure, book } = advice;
  return Object.values(whatWouldChange(given, unsure, book))
    .flat()
    .slice(0, CHANGES)
    .map((variation: Variation) => {
      const changes = variation.changes.map((one) => `${fieldLabel(one.field, book)} = ${changeText(one, book)}`);
      return `With ${joinWords(changes)}: ${outcomeText(variation, book)}.`;
    });
}

/** What a person has to settle before the decision stands: what clashes, and answers that could still change it. */
function openLines({ conflicts, contradictions, given, unsure, book }: Advice): string[] {
  const open = openQuestions(given, unsure, book).slice(0, QUESTIONS);
  return [
    ...conflicts.map(({ rule }) => `Settle first: ${rule.title}.`),
    ...contradictions.map(({ reason }) => `Settle first: ${reason}`),
    ...open.map(({ field }) => `Not answered yet: ${fieldLabel(field, book)}.`),
  ];
}

/**
 * The decision on one interface on one page: what was decided, the weightiest reasons, what is open and what would change
 * it. All else stands in the decision record.
 */
export function shortRecord(title: string, advice: Advice, facts: InterfaceFacts, book: RuleBook): string {
  const { recommendation, certainty, explanation, chain } = advice;
  const { primary, middleware, middlewareBecause } = recommendation;
  const said = factLine(facts);
  const decision = primary ? `**${patternName(primary, book)}.**` : '**No pattern can be recommended yet.**';
  return [
    `# ${escapeMarkdown(title)}`,
    '',
    ...(said === '' ? [] : [said, '']),
    `${decision} ${middlewareText[middleware]}. Certainty: ${certaintyText[certainty].toLowerCase()}.`,
    '',
    ...(chain ? [`Design: ${designName(chain, book)}.`, ''] : []),
    ...list('Why', [
      ...explanation.reasons.slice(0, REASONS).map(({ reason }) => reason),
      ...middlewareBecause.slice(0, 1).map(({ reason }) => `${middlewareText[middleware]}: ${reason}`),
    ]),
    ...list('What is open', openLines(advice)),
    ...list('What would change it', changeLines(advice)),
    `Decided with rule book ${book.version}; the decision record holds all reasons with their sources.`,
    '',
  ].join('\n');
}
