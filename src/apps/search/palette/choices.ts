import type { Entry } from '#apps/search/index/light-file.ts';
import type { LightIndex } from '#apps/search/index/light-index.ts';
import { hubOf, isPattern } from '#apps/search/ranking/facets.ts';
import type { Outcome } from '#apps/search/ranking/find.ts';
import { reasonFor } from '#apps/search/ranking/reason.ts';
import { writeState } from '#apps/search/view/address.ts';

/** Something to choose in the palette: a page to go to, or an earlier search to repeat. */
export interface Choice {
  text: string;
  /** Where it belongs and why it is offered. */
  detail?: string;
  /** Address of the page; a choice without one repeats its text as a search. */
  href?: string;
}

export interface Group {
  title: string;
  choices: readonly Choice[];
}

const SHOWN = { Questions: 6, Patterns: 3, Glossary: 3 };

const searchAddress = (base: string, query: string): string =>
  `${base}/search/${writeState({ query, hub: '', audience: '', literal: false })}`;

function pageChoice(entry: Entry, outcome: Outcome, light: LightIndex, base: string): Choice {
  const reason = reasonFor(entry.path, outcome, light);
  const hub = light.hubs[hubOf(entry)];
  return {
    text: entry.title,
    detail: isPattern(entry) || !hub ? reason : `${hub} · ${reason}`,
    href: `${base}/${entry.path}/`,
  };
}

function termChoices({ concepts }: Outcome, base: string): Choice[] {
  const terms = new Set(concepts.flatMap((concept) => concept.terms));
  return [...terms].map(({ id, names: [name = '', ...others] }) => ({
    text: name,
    ...(others[0] ? { detail: `also ${others[0]}` } : {}),
    href: `${base}/glossary/#${id}`,
  }));
}

/** The way to everything that is found. */
export const searchPage = (query: string, base: string): Group => ({
  title: 'Search',
  choices: [{ text: `All results for “${query}”`, href: searchAddress(base, query) }],
});

const isFilled = ({ choices }: Group): boolean => choices.length > 0;

/** What is found for a query, the kind of the best page first. */
export function resultGroups(query: string, outcome: Outcome, light: LightIndex, base: string): Group[] {
  const entries = outcome.pages.flatMap(({ path }) => light.entries.get(path) ?? []);
  const toChoices = (kind: (entry: Entry) => boolean, shown: number): Choice[] =>
    entries
      .filter(kind)
      .slice(0, shown)
      .map((entry) => pageChoice(entry, outcome, light, base));
  const questions = { title: 'Questions', choices: toChoices((entry) => !isPattern(entry), SHOWN.Questions) };
  const patterns = { title: 'Patterns', choices: toChoices(isPattern, SHOWN.Patterns) };
  const [best] = entries;
  const pages = best && isPattern(best) ? [patterns, questions] : [questions, patterns];
  const glossary = { title: 'Glossary', choices: termChoices(outcome, base).slice(0, SHOWN.Glossary) };
  const all = searchPage(query, base);
  return [...pages, glossary, all].filter(isFilled);
}

/** Where to go on when nothing answers a query. */
export function elsewhere(query: string, outcome: Outcome, light: LightIndex, base: string): Group[] {
  const hub = outcome.nearest ? hubOf(outcome.nearest) : '';
  const name = light.hubs[hub];
  const nearest = name ? [{ text: name, detail: 'the nearest hub', href: `${base}/${hub}/` }] : [];
  const browse = [
    ...nearest,
    { text: 'Search the full texts', href: searchAddress(base, query) },
    { text: 'All questions from A to Z', href: `${base}/search/#index-heading` },
  ];
  const glossary = { title: 'Glossary', choices: termChoices(outcome, base).slice(0, SHOWN.Glossary) };
  return [glossary, { title: 'Elsewhere', choices: browse }].filter(isFilled);
}

/** What is offered before anything is typed. */
export function startGroups(recent: readonly string[], light: LightIndex | undefined, base: string): Group[] {
  const hubs = Object.entries(light?.hubs ?? {}).map(([id, name]) => ({ text: name, href: `${base}/${id}/` }));
  return [
    { title: 'Recent searches', choices: recent.map((text) => ({ text })) },
    { title: 'Hubs', choices: hubs },
  ].filter(isFilled);
}
