import type { AtOnce } from '#apps/search/facts/at-once.ts';
import { advisorAddress } from '#apps/search/facts/described.ts';
import type { LightEntry } from '#apps/search/index/light-file.ts';
import type { LightIndex } from '#apps/search/index/light-index.ts';
import { nearestHub, termsAsked } from '#apps/search/ranking/elsewhere.ts';
import { hubOf, kindOf, pageKinds } from '#apps/search/ranking/facets.ts';
import { reasonFor } from '#apps/search/ranking/reason.ts';
import type { SearchResults } from '#apps/search/ranking/search.ts';
import { searchAddress } from '#apps/search/view/address.ts';

/** The position itself, which comes first in a verdict; the rest stands on the page. */
function firstSentence(verdict: string): string {
  const end = verdict.search(/[.!?](?=\s|$)/);
  return end === -1 ? verdict : verdict.slice(0, end + 1);
}

/** Something to choose in the palette: a page to go to, or an earlier search to repeat. */
export interface Suggestion {
  text: string;
  /** Where it belongs and why it is offered. */
  detail?: string;
  /** The short answer of the page, once it is loaded. */
  verdict?: string;
  /** Address of the page; a choice without one repeats its text as a search. */
  href?: string;
}

/** Suggestions of one kind under their heading. */
export interface SuggestionGroup {
  title: string;
  suggestions: readonly Suggestion[];
}

const SHOWN = { Questions: 6, others: 3, Glossary: 3 };

/** What suggestions are made from. */
export interface SuggestionContext {
  light: LightIndex;
  /** Where the site is deployed, without a slash at the end. */
  base: string;
  /** What answers at once, when that is known. */
  atOnce?: AtOnce;
}

function pageSuggestion(entry: LightEntry, results: SearchResults, { light, base }: SuggestionContext): Suggestion {
  const reason = reasonFor(entry.path, results, light);
  const hub = light.hubs[hubOf(entry)];
  return {
    text: entry.title,
    detail: kindOf(entry) || !hub ? reason : `${hub} · ${reason}`,
    ...(entry.verdict ? { verdict: firstSentence(entry.verdict) } : {}),
    href: `${base}/${entry.path}/`,
  };
}

function glossaryGroup(results: SearchResults, base: string, known?: AtOnce['definition']): SuggestionGroup {
  const suggestions = termsAsked(results).map(({ id, names: [name = '', ...others] }) => ({
    text: name,
    ...(known?.term.id === id ? { verdict: known.definition } : {}),
    ...(others[0] ? { detail: `also ${others[0]}` } : {}),
    href: `${base}/glossary/#${id}`,
  }));
  return { title: 'Glossary', suggestions: suggestions.slice(0, SHOWN.Glossary) };
}

/** What answers at once: the advisor's offer and figures with their source. */
export function atOnceGroup(query: string, { figures, isDescribed }: AtOnce, base: string): SuggestionGroup {
  const offer = { text: 'Let the advisor choose the pattern', detail: 'this describes an interface' };
  return {
    title: 'At once',
    suggestions: [
      ...(isDescribed ? [{ ...offer, href: advisorAddress(query, base) }] : []),
      ...figures.map(({ text, source, sourceTitle, checked }) => ({
        text,
        detail: `Source: ${sourceTitle}, checked ${checked}`,
        href: `${base}/sources/#${source}`,
      })),
    ],
  };
}

/** The way to everything that is found. */
export const searchPage = (query: string, base: string): SuggestionGroup => ({
  title: 'Search',
  suggestions: [{ text: `All results for “${query}”`, href: searchAddress(query, base) }],
});

const isFilled = ({ suggestions }: SuggestionGroup): boolean => suggestions.length > 0;

/** What is found for a query, the kind of the best page first. */
export function resultGroups(query: string, results: SearchResults, context: SuggestionContext): SuggestionGroup[] {
  const { light, base, atOnce } = context;
  const entries = results.hits.flatMap(({ path }) => light.entries.get(path) ?? []);
  const toSuggestions = (kind: (entry: LightEntry) => boolean, shown: number): Suggestion[] =>
    entries
      .filter(kind)
      .slice(0, shown)
      .map((entry) => pageSuggestion(entry, results, context));
  const questions = { title: 'Questions', suggestions: toSuggestions((entry) => !kindOf(entry), SHOWN.Questions) };
  const others = pageKinds.map((kind) => ({
    title: kind.plural,
    suggestions: toSuggestions((entry) => kindOf(entry) === kind, SHOWN.others),
  }));
  const best = entries[0] && kindOf(entries[0])?.plural;
  const pages = [questions, ...others].toSorted((a, b) => Number(b.title === best) - Number(a.title === best));
  const all = searchPage(query, base);
  const facts = atOnce ? [atOnceGroup(query, atOnce, base)] : [];
  return [...facts, ...pages, glossaryGroup(results, base, atOnce?.definition), all].filter(isFilled);
}

/** Where to go on when nothing answers a query. */
export function noMatchGroups(
  query: string,
  results: SearchResults,
  light: LightIndex,
  base: string,
): SuggestionGroup[] {
  const hub = nearestHub(results, light);
  const browse = [
    ...(hub ? [{ text: hub.name, detail: 'the nearest hub', href: `${base}/${hub.id}/` }] : []),
    { text: 'Search the full texts', href: searchAddress(query, base) },
    { text: 'All questions from A to Z', href: `${base}/search/#index-heading` },
  ];
  return [glossaryGroup(results, base), { title: 'Elsewhere', suggestions: browse }].filter(isFilled);
}

/** What is offered before anything is typed. */
export function startGroups(recent: readonly string[], light: LightIndex | undefined, base: string): SuggestionGroup[] {
  const hubs = Object.entries(light?.hubs ?? {}).map(([id, name]) => ({ text: name, href: `${base}/${id}/` }));
  return [
    { title: 'Recent searches', suggestions: recent.map((text) => ({ text })) },
    { title: 'Hubs', suggestions: hubs },
  ].filter(isFilled);
}
