import { desks } from './desks.ts';
import { fillFigures } from './figures-text.ts';
import { library } from './site.ts';

/** What stands on the picture that other sites show beside a link to a page. */
interface SharePicture {
  /** The page's address without the slashes around it, which is the picture's name below `/og/` too. */
  page: string;
  /** A word or two above the title. */
  kicker: string;
  title: string;
  /** Hub whose scene and colour it has. */
  hub: string;
}

/** The picture of the front page, and of every page that has none of its own. */
export const SITE_PICTURE = 'site';

const product = 'Dynamics 365 Finance & Operations';
const shortName = (hub: string): string => library.hubs.find(({ id }) => id === hub)?.short ?? product;

/** Pages that stand for themselves. */
const single: readonly SharePicture[] = [
  {
    page: SITE_PICTURE,
    kicker: product,
    title: 'Positions you can defend, and an advisor that picks the integration pattern',
    hub: 'integration',
  },
  { page: 'advisor', kicker: 'Advisor', title: 'Which integration pattern for this interface?', hub: 'integration' },
  {
    page: 'advisor/inventory',
    kicker: 'Advisor',
    title: 'A whole list of interfaces, decided at once',
    hub: 'integration',
  },
  { page: 'advisor/decisions', kicker: 'Advisor', title: 'The decisions that you have kept', hub: 'integration' },
  { page: 'advisor/rules', kicker: 'Advisor', title: 'Every rule, with its reason and its source', hub: 'integration' },
  { page: 'advisor/operations', kicker: 'Advisor', title: 'What to watch, log and reprocess', hub: 'performance' },
  { page: 'patterns', kicker: 'Integration', title: 'Integration patterns compared', hub: 'integration' },
  { page: 'for', kicker: product, title: 'A page for your role', hub: 'implementation-strategy' },
  {
    page: 'reading-paths',
    kicker: product,
    title: 'A few answers for one occasion, in order',
    hub: 'implementation-strategy',
  },
  {
    page: 'tools/decisions',
    kicker: product,
    title: 'Choices with rules, reasons and certainty',
    hub: 'finance-module',
  },
  { page: 'tools/downloads', kicker: product, title: 'Templates, empty and with an example', hub: 'go-live-cutover' },
  { page: 'tools', kicker: product, title: 'Your numbers, worked out and taken along', hub: 'go-live-cutover' },
  { page: 'ending', kicker: product, title: 'What is ending, and when', hub: 'implementation-strategy' },
  { page: 'figures', kicker: product, title: 'Every figure, with its bound and its source', hub: 'performance' },
  {
    page: 'finance-module/e-invoicing-by-country',
    kicker: shortName('finance-module'),
    title: 'E-invoicing, country by country',
    hub: 'finance-module',
  },
  { page: 'glossary', kicker: product, title: 'Glossary of terms and acronyms', hub: 'finance-module' },
  { page: 'sources', kicker: product, title: 'Every source, and how old the copy was', hub: 'security-compliance' },
  { page: 'changes', kicker: product, title: 'What was added, revised and corrected', hub: 'go-live-cutover' },
  { page: 'about', kicker: product, title: 'How we know what we say', hub: 'security-compliance' },
  { page: 'search', kicker: product, title: 'Find an answer, misspelt or in jargon', hub: 'data-migration' },
  { page: 'api', kicker: product, title: 'Rules, questions and patterns as data', hub: 'performance' },
];

/** The pictures of all pages that have one. */
export const sharePictures: readonly SharePicture[] = [
  ...single,
  ...library.answers.map(({ id, hub, question }) => ({
    page: id,
    kicker: shortName(hub),
    title: fillFigures(question, library.figures),
    hub,
  })),
  ...library.hubs.map(({ id, line }) => ({ page: id, kicker: shortName(id), title: line, hub: id })),
  ...library.patterns.map(({ id, name }) => ({
    page: `patterns/${id}`,
    kicker: 'Integration pattern',
    title: name,
    hub: 'integration',
  })),
  ...library.tools.map(({ id, title }) => ({ page: `tools/${id}`, kicker: 'Tool', title, hub: 'go-live-cutover' })),
  ...library.decisions.map(({ id, question, hub }) => ({
    page: `tools/decisions/${id}`,
    kicker: 'Decision tree',
    title: question,
    hub,
  })),
  ...library.readingPaths.map(({ id, title, steps }) => ({
    page: `reading-paths/${id}`,
    kicker: 'Reading path',
    title,
    hub: steps[0]?.answer.split('/')[0] ?? 'implementation-strategy',
  })),
  ...desks.map(({ audience, name, first }) => ({
    page: `for/${audience}`,
    kicker: 'For your role',
    title: `${name}: what to read first`,
    hub: first[0]?.hub ?? 'implementation-strategy',
  })),
];

const pages = new Set(sharePictures.map(({ page }) => page));

/** Name of the picture of the page at an address: `/glossary/` has `glossary`. */
export function pictureOf(address: string): string {
  const page = address.replaceAll(/^\/|\/$/g, '');
  return pages.has(page) ? page : SITE_PICTURE;
}
