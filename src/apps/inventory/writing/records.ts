import { pictureOf, toMermaid } from '#components/diagrams/reference-architecture.ts';
import { advise } from '#core/advisor/advice.ts';
import { decisionRecord, escapeMarkdown } from '#core/advisor/decision-record.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { outcomeText } from '#core/advisor/wording.ts';
import { fileStem } from './file-stem.ts';

/** The decision record of one interface, with the picture of its design. */
export function recordOf(title: string, profile: Profile, book: RuleBook): string {
  const advice = advise(profile, [], book);
  const picture = advice.chain && toMermaid(pictureOf(advice.chain));
  return decisionRecord(title, advice, picture);
}

/** A file's name that every system takes: its number keeps the order, its words say what it is. */
export function recordFile(title: string, index: number, total: number): string {
  const number = String(index + 1).padStart(String(total).length, '0');
  return `${number}-${fileStem(title, 'interface')}.md`;
}

/** One line of the index of a folder of records. */
export const indexLine = (
  title: string,
  file: string,
  outcome: Parameters<typeof outcomeText>[0],
  book: RuleBook,
): string => `- [${escapeMarkdown(title)}](${file}): ${outcomeText(outcome, book)}`;
