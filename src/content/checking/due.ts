import type { BehaviourEntry, FigureEntry, Library, SourceEntry } from '#content/reading/entries.ts';
import type { EInvoicingCountry } from '#content/schemas/e-invoicing.ts';
import type { Ending } from '#content/schemas/ending.ts';
import type { Figure } from '#content/schemas/figure.ts';

/** A source that nobody held our text against for longer than this is listed. */
const SOURCE_MONTHS = 12;

/** Whether something should have been looked up again by that day. Dates are `YYYY-MM-DD`. */
export const isDue = ({ reviewBy }: Pick<Figure, 'reviewBy'>, today: string): boolean => reviewBy < today;

/** Figures that should have been looked up again by that day, the longest overdue first. */
export const dueFigures = ({ figures }: Pick<Library, 'figures'>, today: string): FigureEntry[] =>
  [...figures.values()].filter((figure) => isDue(figure, today)).sort((a, b) => a.reviewBy.localeCompare(b.reviewBy));

/** Countries whose duties should have been looked up again by that day, in the order of the table. */
export const dueCountries = ({ eInvoicing }: Pick<Library, 'eInvoicing'>, today: string): EInvoicingCountry[] =>
  eInvoicing.filter((row) => isDue(row, today));

/** Behaviours that should have been looked up again by that day, the longest overdue first. */
export const dueBehaviours = ({ behaviours }: Pick<Library, 'behaviours'>, today: string): BehaviourEntry[] =>
  [...behaviours.values()].filter((one) => isDue(one, today)).sort((a, b) => a.reviewBy.localeCompare(b.reviewBy));

/** Endings that should have been looked at again by that day, in the order of their dates. */
export const dueEndings = ({ endings }: Pick<Library, 'endings'>, today: string): Ending[] =>
  endings.filter((ending) => isDue(ending, today));

function monthsBefore(today: string, months: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}

/** Sources that were last checked more than twelve months before that day, the oldest first. */
export function staleSources({ sources }: Pick<Library, 'sources'>, today: string): SourceEntry[] {
  const oldest = monthsBefore(today, SOURCE_MONTHS);
  return [...sources.values()]
    .filter(({ checked }) => checked < oldest)
    .sort((a, b) => a.checked.localeCompare(b.checked));
}
