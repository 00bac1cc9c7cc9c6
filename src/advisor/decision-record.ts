import { findConflicts } from './conflicts.ts';
import { explain } from './explain.ts';
import { fields, type Profile } from './profile.ts';
import { recommend } from './recommend.ts';
import type { Grounds, RuleBook } from './rule-book.ts';
import { whatWouldChange } from './variations.ts';
import { answerText, fieldLabel, middlewareText, patternName, rangeText } from './wording.ts';

/** Characters that Markdown would read as markup, made plain; a user's own words stay words. */
export const escapeMarkdown = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]<>#|]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');

function cite(rule: Grounds, book: RuleBook): string {
  const links = rule.sources.flatMap((id) => {
    const source = book.sources[id];
    return source ? [`[${escapeMarkdown(source.title)}](${source.url})`] : [];
  });
  return links.length > 0 ? ` (${rule.evidence}: ${links.join('; ')})` : ' (our judgement)';
}

const bullet = (rule: Grounds, book: RuleBook): string => `- ${rule.reason}${cite(rule, book)}`;

/**
 * A decision record in Markdown with the headings of MADR 4.
 *
 * @param title the interface's name, or what it does
 */
export function decisionRecord(title: string, profile: Profile, book: RuleBook): string {
  const recommendation = recommend(profile, book);
  const explanation = explain(profile, recommendation, book);
  const conflicts = findConflicts(profile, book);
  const answered = fields.filter((field) => profile[field] !== undefined);
  const drivers = answered.map(
    (field) => `- ${fieldLabel(field, book)}: ${escapeMarkdown(answerText(field, profile[field], book))}`,
  );
  const options = recommendation.standings.map(({ pattern }) => `- ${patternName(pattern, book)}`);
  const prosAndCons = explanation.whyNot.flatMap(({ pattern, verdict, text, rules }) => [
    `### ${patternName(pattern, book)} (${verdict})`,
    '',
    ...(rules.length > 0 ? rules.map((rule) => bullet(rule, book)) : [`- ${text}`]),
    '',
  ]);
  const conflictLines = conflicts.flatMap(({ rule, waysOut }) => [
    `- **${rule.title}.** ${rule.reason}`,
    ...waysOut.map(
      (way) =>
        `  - With ${fieldLabel(way.field, book)} = ${rangeText(way.field, way.value, book)}: ` +
        `${patternName(way.primary, book)}; ${middlewareText[way.middleware].toLowerCase()}.`,
    ),
  ]);
  const changes = whatWouldChange(profile, book).map(
    ({ field, value, primary }) =>
      `- With ${fieldLabel(field, book)} = ${rangeText(field, value, book)}: ${patternName(primary, book)}.`,
  );
  return [
    `# Integration pattern for ${escapeMarkdown(title)}`,
    '',
    '## Context and Problem Statement',
    '',
    'Which pattern should carry this interface between Dynamics 365 Finance & Operations and the other side?',
    '',
    '## Decision Drivers',
    '',
    ...(drivers.length > 0 ? drivers : ['- Nothing is known yet.']),
    '',
    '## Considered Options',
    '',
    ...options,
    '',
    '## Decision Outcome',
    '',
    explanation.summary,
    '',
    '### Reasons',
    '',
    ...explanation.reasons.map((rule) => bullet(rule, book)),
    ...explanation.despite.map((rule) => `- Despite: ${rule.reason}${cite(rule, book)}`),
    ...recommendation.middlewareBecause.map(
      (rule) => `- ${middlewareText[recommendation.middleware]}: ${rule.reason}${cite(rule, book)}`,
    ),
    '',
    ...(changes.length > 0 ? ['### What would change it', '', ...changes, ''] : []),
    ...(conflictLines.length > 0 ? ['### Conflicts to settle', '', ...conflictLines, ''] : []),
    '## Pros and Cons of the Options',
    '',
    ...prosAndCons,
    '## More Information',
    '',
    ...recommendation.notes.map((note) => `- **${note.title}.** ${note.reason}${cite(note, book)}`),
    `- Decided with rule book ${book.version}.`,
    '',
  ].join('\n');
}
