import type { Library } from '#content/reading/entries.ts';
import type { EInvoicingCountry } from '#content/schemas/e-invoicing.ts';
import { copyText } from './copy-text.ts';
import { dateText, isOver, momentText } from './dates.ts';

type Duty = EInvoicingCountry['duties'][number];
type Direction = Duty['direction'][number];

/** Where the table stands. */
export const eInvoicingPage = '/finance-module/e-invoicing-by-country/';

/** What a law asks for, as a reader knows it. */
export const modelNames: Readonly<Record<Duty['model'], string>> = {
  clearance: 'Clearance by the authority',
  exchange: 'Exchange in a prescribed format',
  reporting: 'Reporting to the authority',
  software: 'Rules for the software',
  content: 'Rules for what an invoice says',
};

const partners: Readonly<Record<Duty['with'][number], string>> = {
  businesses: 'businesses',
  consumers: 'consumers',
  'public-bodies': 'public bodies',
};

const statusNames: Readonly<Record<EInvoicingCountry['product']['status'], string>> = {
  available: 'Available',
  preview: 'Preview',
  planned: 'Planned',
  'not-listed': 'Not listed',
};

const deliveries: Readonly<Record<NonNullable<EInvoicingCountry['product']['delivery']>, string>> = {
  direct: 'F&O delivers it',
  provider: 'a provider delivers it',
  upload: 'a person uploads the file',
  document: 'F&O writes the document only',
};

const listed = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' and $1');

/** Ways an invoice goes, as a sentence begins: `Issue and receive`. */
export function directionText(directions: readonly Direction[]): string {
  const text = listed(directions);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Exchange in a prescribed format with businesses`; reporting goes to the authority whoever the invoice is for. */
export const dutyText = ({ model, with: partner }: Duty): string =>
  `${modelNames[model]}, ${model === 'exchange' ? 'with' : 'for invoices to'} ${listed(partner.map((one) => partners[one]))}`;

/** Since when a duty binds, or from when: `since 1 January 2026`, `from 2029`, `day not known`. */
export function fromText({ from }: Pick<Duty, 'from'>, today: string): string {
  if (from === 'unknown') return 'day not known';
  return `${isOver(from, today) || from === today ? 'since' : 'from'} ${momentText(from)}`;
}

/** What F&O brings, in few words: `Available; a provider delivers it`. */
export const statusText = ({ status, delivery }: EInvoicingCountry['product']): string =>
  delivery ? `${statusNames[status]}; ${deliveries[delivery]}` : statusNames[status];

/** The first day of a duty towards other businesses, by which the table is sorted; empty where there is none. */
export const firstBusinessDay = ({ duties }: EInvoicingCountry): string =>
  duties.find(({ with: partner, from }) => partner.includes('businesses') && from !== 'unknown')?.from ?? '';

const header = [
  'Country',
  'Code',
  'Duty',
  'Directions of the duty',
  'From',
  'Whom',
  'Note on the duty',
  'Source of the duty',
  'Grade',
  'Platform and format',
  'In F&O',
  'What F&O brings',
  'Directions in F&O',
  'Since version',
  'Sources on F&O',
  'Note',
  'Disagreement',
  'Reviewed',
  'Review by',
];

/**
 * The table as cells for a file, header first: a line for each duty, and one for a country without any.
 *
 * @throws {Error} when a source does not exist; the content check names the place long before
 */
export function eInvoicingRows({ eInvoicing, sources }: Pick<Library, 'eInvoicing' | 'sources'>): string[][] {
  const sourceOf = (id: string) => {
    const source = sources.get(id);
    if (!source) throw new Error(`No source has the id "${id}"`);
    return source;
  };
  const cited = (id: string): string => `${sourceOf(id).title} (${copyText(sourceOf(id))}) ${sourceOf(id).url}`;
  const rows = eInvoicing.flatMap((row) => {
    const { country, id, duties, product } = row;
    const ofDuty = (duty: Duty | undefined): string[] =>
      duty
        ? [
            dutyText(duty),
            directionText(duty.direction),
            duty.from === 'unknown' ? '' : duty.from,
            duty.whom ?? '',
            duty.note ?? '',
            cited(duty.source),
            sourceOf(duty.source).grade,
          ]
        : ['', '', '', '', '', '', ''];
    return (duties.length > 0 ? duties : [undefined]).map((duty) => [
      country,
      id.toUpperCase(),
      ...ofDuty(duty),
      row.channel ?? '',
      statusText(product),
      product.text,
      directionText(product.direction),
      product.since ?? '',
      product.sources.map(cited).join('; '),
      row.note ?? '',
      row.disagreement ?? '',
      row.reviewed,
      row.reviewBy,
    ]);
  });
  return [header, ...rows];
}

/** What the files say of themselves, in a line of its own. */
export const eInvoicingNotice = (today: string): string =>
  `As of ${dateText(today)}. Dates are mostly second-hand (grade C): confirm each with the tax authority.`;
