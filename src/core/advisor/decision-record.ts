import type { Advice } from './advice.ts';
import { type ChainLine, designName, moveText, reasonLines } from './chain-text.ts';
import type { Conflict } from './conflicts.ts';
import type { Explanation } from './explain.ts';
import { hingeSentences } from './hinge-text.ts';
import { whatItHingesOn } from './hinges.ts';
import { metersOf } from './meters.ts';
import type { OperationsPlan } from './operations.ts';
import { fields } from './profile.ts';
import type { Evidence, Grounds, RuleBook } from './rule-book.ts';
import { whatChooses } from './variants.ts';
import { openQuestions, type Variation, whatWouldChange } from './variations.ts';
import {
  answerText,
  anyAnswerText,
  certaintyText,
  changeText,
  concessionsText,
  fieldLabel,
  joinWords,
  middlewareText,
  outcomeText,
  patternName,
} from './wording.ts';

/** Signs with a meaning inside a line of Markdown, in CommonMark or on the usual hosts; an ampersand before an entity. */
const markup = /[\\`*_{}[\]<>#|~$]|&(?=#?[a-z0-9]{1,32};)/gi;

/** What opens a list or underlines a heading where a line begins with it; in front of `.` or `)` a number does, too. */
const opening = /^(\d{0,9})([-+=.)])/;

/**
 * A person's words as one line of Markdown that shows them as they are: no markup, no HTML, no second line.
 *
 * @example escapeMarkdown('- <b>A|B') // '\\- \\<b\\>A\\|B'
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll(markup, String.raw`\$&`)
    .replace(opening, String.raw`$1\$2`);

function cite({ evidence, sources }: { evidence: Evidence; sources: readonly string[] }, book: RuleBook): string {
  const links = sources.flatMap((id) => {
    const source = book.sources[id];
    return source ? [`[${escapeMarkdown(source.title)}](${source.url})`] : [];
  });
  if (evidence === 'judgement')
    return links.length > 0 ? ` (our judgement; see ${links.join('; ')})` : ' (our judgement)';
  return ` (${evidence}: ${links.join('; ')})`;
}

const bullet = (rule: Grounds, book: RuleBook): string => `- ${rule.reason}${cite(rule, book)}`;

/** A heading with its lines; nothing at all where there are none. */
const part = (heading: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [heading, '', ...lines, ''] : [];

const changesText = ({ changes }: Variation, book: RuleBook): string =>
  joinWords(changes.map((change) => `${fieldLabel(change.field, book)} = ${changeText(change, book)}`));

const variationLine = (variation: Variation, book: RuleBook): string =>
  `- With ${changesText(variation, book)}: ${outcomeText(variation, book)}.`;

function driverLines({ profile, implied, unsure, contradictions, book }: Advice): string[] {
  const answered = fields
    .filter((field) => profile[field] !== undefined)
    .map((field) => {
      const follows = implied.includes(field) ? ' (follows from the other answers)' : '';
      return `- ${fieldLabel(field, book)}: ${escapeMarkdown(answerText(field, profile[field], book))}${follows}`;
    });
  const notSure = unsure.map((field) => `- ${fieldLabel(field, book)}: not sure`);
  const wrong = contradictions.map(({ reason }) => `- Answers that contradict each other: ${reason}`);
  const all = [...answered, ...notSure, ...wrong];
  return all.length > 0 ? all : ['- Nothing is known yet.'];
}

const optionLines = ({ whyNot }: Explanation, book: RuleBook): string[] =>
  whyNot.flatMap(({ pattern, verdict, text, rules }) => [
    `### ${patternName(pattern, book)} (${verdict})`,
    '',
    ...(rules.length > 0 ? rules.map((rule) => bullet(rule, book)) : [`- ${text}`]),
    '',
  ]);

const conflictLines = (conflicts: readonly Conflict[], book: RuleBook): string[] =>
  conflicts.flatMap(({ rule, waysOut }) => [
    `- **${rule.title}.** ${rule.reason}`,
    ...waysOut.map(
      (way) => `  - With ${concessionsText(way, book)}: ${outcomeText(way, book)}. It costs: ${way.costs.join(' ')}`,
    ),
  ]);

/** The design step by step, and the answers that would build the pattern in another way. */
function designLines({ chain, given, unsure, book }: Advice): string[] {
  if (!chain) return [];
  const moves = chain.variants.flatMap((one) => whatChooses(one, given, unsure, book));
  return [
    ...reasonLines(chain).map((line: ChainLine) => `- ${line.text}${cite(line, book)}`),
    ...moves.map((move) => `- ${moveText(move, book)}`),
  ];
}

/** What is open, in one statement where one can be made, otherwise question by question. */
function hingeLines({ given, unsure, book }: Advice): string[] {
  const hinges = whatItHingesOn(given, book);
  if (hinges) return hingeSentences(hinges, book).map((sentence) => `- ${sentence}`);
  return openQuestions(given, unsure, book).flatMap(({ field, moves }) =>
    moves.map(
      (move) =>
        `- With ${fieldLabel(field, book)} = ${anyAnswerText(field, move.values, book)}: ${outcomeText(move, book)}.`,
    ),
  );
}

/** The meters that turn, and those that no current source defines. */
function meterLines({ profile, recommendation, chain, book }: Advice): string[] {
  const meters = metersOf(profile, recommendation, chain, book);
  if (meters.length === 0) return [];
  const counted = meters.flatMap(({ pattern, readings }) =>
    readings.map(
      ({ rule, arithmetic }) =>
        `- ${patternName(pattern, book)}, ${rule.name}: ${arithmetic}${cite({ evidence: 'guidance', sources: rule.sources }, book)}.`,
    ),
  );
  const leftOut = book.meters.leftOut.map(({ name, because }) => `${name} (${because})`);
  return [...counted, ...(leftOut.length > 0 ? [`- Not counted: ${joinWords(leftOut)}.`] : [])];
}

/** An operations plan in Markdown, with room for what is agreed. */
export function operationsRecord(plan: OperationsPlan, book: RuleBook): string {
  const { pattern, middleware, level, isAssumed, sections, promises } = plan;
  return [
    `## Operations plan: ${patternName(pattern, book)}, ${middlewareText[middleware].toLowerCase()}`,
    '',
    `Service level: ${level.title}. ${level.meaning} ${level.duty}${isAssumed ? ' (Assumed; nobody has said.)' : ''}`,
    '',
    ...sections.flatMap(({ title, items }) =>
      part(
        `### ${title}`,
        items.map((item) => `- ${item.text}${cite(item, book)}`),
      ),
    ),
    '### Service level',
    '',
    '| | Proposed by us | Agreed |',
    '| --- | --- | --- |',
    ...promises.map(({ name, proposed }) => `| ${name} | ${proposed} | |`),
    '',
  ].join('\n');
}

/**
 * A decision record in Markdown with the headings of MADR 4, and the operations plan behind it.
 *
 * @param title the interface's name, or what it does
 * @param picture the reference picture as the text of a Mermaid flowchart
 * @param link an address that opens the same answers again
 */
export function decisionRecord(title: string, advice: Advice, picture?: string, link?: string): string {
  const { recommendation, certainty, explanation, conflicts, capacity, chain, operations, given, unsure, book } =
    advice;
  const changes = Object.values(whatWouldChange(given, unsure, book)).flat();
  const verdict = middlewareText[recommendation.middleware];
  return [
    `# Integration pattern for ${escapeMarkdown(title)}`,
    '',
    '## Context and Problem Statement',
    '',
    'Which pattern should carry this interface between Dynamics 365 Finance & Operations and the other side?',
    '',
    '## Decision Drivers',
    '',
    ...driverLines(advice),
    '',
    '## Considered Options',
    '',
    ...recommendation.standings.map(({ pattern }) => `- ${patternName(pattern, book)}`),
    '',
    '## Decision Outcome',
    '',
    explanation.summary,
    '',
    `Certainty: ${certaintyText[certainty].toLowerCase()}.`,
    '',
    ...(chain ? [`Chosen design: ${designName(chain, book)}.`, ''] : []),
    ...part('### Reasons', [
      ...explanation.reasons.map((rule) => bullet(rule, book)),
      ...explanation.despite.map((rule) => `- Despite: ${rule.reason}${cite(rule, book)}`),
      ...recommendation.middlewareBecause.map((rule) => `- ${verdict}: ${rule.reason}${cite(rule, book)}`),
      ...recommendation.middlewareKinds.map((rule) => `- ${rule.name}: ${rule.reason}${cite(rule, book)}`),
    ]),
    ...part('### Design', designLines(advice)),
    ...part('### Conflicts to settle', conflictLines(conflicts, book)),
    ...part(
      '### Capacity',
      capacity.map(({ arithmetic, status, rule }) => `- ${arithmetic}.${status === 'within' ? '' : ` ${rule.over}`}`),
    ),
    ...part('### What runs up with the volume', meterLines(advice)),
    ...part(
      '### What would change it',
      changes.map((variation) => variationLine(variation, book)),
    ),
    ...part('### What it hinges on', hingeLines(advice)),
    '## Pros and Cons of the Options',
    '',
    ...optionLines(explanation, book),
    ...(operations ? [operationsRecord(operations, book)] : []),
    ...(picture ? ['## Reference picture', '', '```mermaid', picture.trimEnd(), '```', ''] : []),
    '## More Information',
    '',
    ...recommendation.notes.map((note) => `- **${note.title}.** ${note.reason}${cite(note, book)}`),
    `- Decided with rule book ${book.version}.`,
    ...(link ? [`- To open and change the answers: <${link}>`] : []),
    '',
  ].join('\n');
}
