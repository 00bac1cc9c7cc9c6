import { daysBefore } from '#content/publishing/dates.ts';
import type { Library } from '#content/reading/entries.ts';
import { faultOf, type Ledgers } from '#content/reading/ledger.ts';
import type { Problem } from '#content/reading/problem.ts';
import type { Ending } from '#content/schemas/ending.ts';

const FILE = 'content/endings.yaml';

/** What is ending has to be looked at again this long before: time is left to tell people, and to move. */
const NOTICE_DAYS = 60;

/** A month or a year sorts before its days, and what has no date behind everything. */
const sortable = ({ on }: Ending): string => (on === 'unknown' ? '9999' : on);

/** First day of a day, a month or a year. */
const firstDay = (on: string): string => `${on}-01-01`.slice(0, 10);

/**
 * The day by which an ending has to be looked at again: 60 days before it, or by the day itself where it was last looked
 * at within these 60 days. `undefined` for what has no date, and for what was over when it was last looked at.
 */
export function latestReview({ on, checked }: Pick<Ending, 'on' | 'checked'>): string | undefined {
  if (on === 'unknown') return undefined;
  const first = firstDay(on);
  if (first <= checked) return undefined;
  const notice = daysBefore(first, NOTICE_DAYS);
  return notice > checked ? notice : first;
}

function faultsOf(ending: Ending, ledgers: Pick<Ledgers, 'source' | 'answer'>): Problem[] {
  const { id, sources, answers, reviewBy } = ending;
  const named: [field: string, fault: string | undefined][] = [
    ...sources.map((source, index): [string, string | undefined] => [
      `sources.${index}`,
      faultOf(source, ledgers.source),
    ]),
    ...answers.map((answer, index): [string, string | undefined] => [
      `answers.${index}`,
      faultOf(answer, ledgers.answer),
    ]),
  ];
  const latest = latestReview(ending);
  if (latest && reviewBy > latest)
    named.push(['reviewBy', `is too late for what ends then; allowed is ${latest} or before`]);
  return named.flatMap(([field, message]) => (message ? [{ file: FILE, field: `${id}.${field}`, message }] : []));
}

/** What no schema sees in the list of endings: ids twice, unknown sources and answers, the order, a review that comes too late. */
export function checkEndings(
  { endings }: Pick<Library, 'endings'>,
  ledgers: Pick<Ledgers, 'source' | 'answer'>,
): Problem[] {
  return endings.flatMap((ending, index) => {
    const before = endings[index - 1];
    const problems = faultsOf(ending, ledgers);
    if (endings.findIndex(({ id }) => id === ending.id) < index) {
      problems.push({ file: FILE, field: `${index}.id`, message: `"${ending.id}" stands twice` });
    }
    if (before && sortable(ending) < sortable(before)) {
      problems.push({
        file: FILE,
        field: `${ending.id}.on`,
        message: `is earlier than "${before.id}" above it; allowed is the order of dates`,
      });
    }
    return problems;
  });
}
