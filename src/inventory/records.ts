import { advise } from '#advisor/advice.ts';
import { decisionRecord, escapeMarkdown } from '#advisor/decision-record.ts';
import type { Profile } from '#advisor/profile.ts';
import type { RuleBook } from '#advisor/rule-book.ts';
import { outcomeText } from '#advisor/wording.ts';
import { referenceArchitecture, toMermaid } from '#components/diagrams/reference-architecture.ts';
import { normaliseWord } from './vocabulary.ts';

/** The decision record of one interface; where middleware goes with the pattern, its picture shows it. */
export function recordOf(title: string, profile: Profile, book: RuleBook): string {
  const advice = advise(profile, [], book);
  const { primary, middleware } = advice.recommendation;
  const withHub = middleware === 'required' || middleware === 'advised';
  const picture = primary && toMermaid(referenceArchitecture(primary, { middleware: withHub }));
  return decisionRecord(title, advice, picture);
}

/** A file's name that every system takes: the place keeps the order, the words tell what it is. */
export function recordFile(title: string, place: number, total: number): string {
  const number = String(place + 1).padStart(String(total).length, '0');
  const words = normaliseWord(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${number}-${words || 'interface'}.md`;
}

/** One line of the index of a folder of records. */
export const indexLine = (
  title: string,
  file: string,
  outcome: Parameters<typeof outcomeText>[0],
  book: RuleBook,
): string => `- [${escapeMarkdown(title)}](${file}): ${outcomeText(outcome, book)}`;
