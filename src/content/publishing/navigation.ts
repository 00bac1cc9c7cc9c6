/**
 * What the site offers, in one list: header, menu, footer, rails and desks are drawn of it. A new part of the site is one
 * more line here.
 */

interface Destination {
  /** Address below the place the site is deployed to, with a slash at its end. */
  address: string;
  text: string;
}

/** Something to work with instead of to read. */
interface Tool extends Destination {
  /** What one gets, as a sentence. */
  line: string;
  /** Hubs beside whose answers it is named; audiences on whose desk it lies. */
  hubs: readonly string[];
  audiences: readonly string[];
}

/** The parts of the site beside its hubs, in the order of the header. */
export const sections: readonly Destination[] = [
  { address: '/advisor/', text: 'Advisor' },
  { address: '/patterns/', text: 'Patterns' },
  { address: '/tools/', text: 'Tools' },
  { address: '/for/', text: 'For your role' },
  { address: '/reading-paths/', text: 'Reading paths' },
  { address: '/glossary/', text: 'Glossary' },
];

export const tools: readonly Tool[] = [
  {
    address: '/advisor/',
    text: 'Integration advisor',
    line: 'Which pattern for one interface, why, and how to run it.',
    hubs: ['integration'],
    audiences: ['architect', 'cio', 'operations', 'programme-leader'],
  },
  {
    address: '/advisor/inventory/',
    text: 'Interface inventory',
    line: 'A whole list of interfaces decided at once, with the view of the programme.',
    hubs: ['integration', 'go-live-cutover'],
    audiences: ['architect', 'programme-leader', 'cio', 'data-lead'],
  },
  {
    address: '/advisor/decisions/',
    text: 'Decision log',
    line: 'The decisions you have kept, with owner and status, held against the rules of today.',
    hubs: ['integration'],
    audiences: ['architect', 'programme-leader', 'cio'],
  },
  {
    address: '/tools/decisions/',
    text: 'Decision trees',
    line: 'Legal entity or dimension, tax engine, consolidation, phases, instances: a few questions, a verdict, its certainty.',
    hubs: ['finance-module', 'implementation-strategy'],
    audiences: ['cfo', 'finance-lead', 'cio', 'programme-leader', 'architect'],
  },
  {
    address: '/tools/',
    text: 'Calculators and workbooks',
    line: 'The cutover weekend, the load times, whether a hub pays: your numbers, worked out and taken along as Excel.',
    hubs: ['go-live-cutover', 'data-migration', 'implementation-strategy', 'integration'],
    audiences: ['programme-leader', 'data-lead', 'cio', 'cfo', 'architect'],
  },
  {
    address: '/advisor/operations/',
    text: 'Operations plan',
    line: 'What to watch, log and reprocess for each pattern, from the first day.',
    hubs: ['integration', 'performance'],
    audiences: ['operations', 'architect'],
  },
];

/** What stands in the footer of every page. */
export const footerLinks: readonly Destination[] = [
  { address: '/about/', text: 'About' },
  { address: '/sources/', text: 'Sources' },
  { address: '/figures/', text: 'Figures' },
  { address: '/ending/', text: 'What is ending' },
  { address: '/changes/', text: 'Changes' },
  { address: '/glossary/', text: 'Glossary' },
  { address: '/patterns/', text: 'Patterns' },
  { address: '/api/', text: 'Data for machines' },
  { address: '/search/', text: 'Search and A-Z' },
];
