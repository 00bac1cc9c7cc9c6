import { pictureOf, toMermaid } from '#components/diagrams/reference-architecture.ts';
import { advise } from '#core/advisor/advice.ts';
import { decisionRecord, escapeMarkdown } from '#core/advisor/decision-record.ts';
import type { Profile } from '#core/advisor/profile.ts';
import type { RuleBook } from '#core/advisor/rule-book.ts';
import { outcomeText } from '#core/advisor/wording.ts';
import { fileStem } from './file-stem.ts';
import { factLine, type InterfaceFacts, shortRecord } from './short-record.ts';

/**
 * The decision record of one interface, with the picture of its design.
 *
 * @param facts what its list says of it, which stands below the title
 */
export function recordOf(title: string, profile: Profile, book: RuleBook, facts?: InterfaceFacts): string {
  const advice = advise(profile, [], book);
  const picture = advice.chain && toMermaid(pictureOf(advice.chain));
  const record = decisionRecord(title, advice, picture);
  const said = facts ? factLine(facts) : '';
  return said === '' ? record : record.replace('\n\n', () => `\n\n${said}\n\n`);
}

/** The decision on one interface on one page. */
export const shortRecordOf = (title: string, profile: Profile, book: RuleBook, facts: InterfaceFacts): string =>
  shortRecord(title, advise(profile, [], book), facts, book);

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
