/** What somebody searches for, as the address of the page holds it. */
export interface SearchState {
  query: string;
  /** A hub's name, or empty for all. */
  hub: string;
  /** An audience's name, or empty for everyone. */
  audience: string;
  /** Whether to search for the very words typed, without synonyms. */
  literal: boolean;
}

/**
 * What an address asks the search page for; nothing where it asks for nothing.
 *
 * @param search the query part of an address, with or without its question mark
 */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  return {
    query: parameters.get('q') ?? '',
    hub: parameters.get('hub') ?? '',
    audience: parameters.get('audience') ?? '',
    literal: parameters.get('literal') === '1',
  };
}

/**
 * The address that searches everything for a query.
 *
 * @param base where the site is deployed, without a slash at the end
 */
export const searchAddress = (query: string, base: string): string =>
  `${base}/search/${writeState({ query, hub: '', audience: '', literal: false })}`;

/** The query part that {@link readState} reads back; empty for an empty state. */
export function writeState({ query, hub, audience, literal }: SearchState): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: query, hub, audience, literal: literal ? '1' : '' })) {
    if (value) parameters.set(name, value);
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}
