import { readFileSync } from 'node:fs';
import { parseProfile } from '#core/advisor/parse-profile.ts';
import type { Profile } from '#core/advisor/profile.ts';

/** A scenario that others published, with what they recommended; see `tests/fixtures/README.md`. */
export interface PublishedCase {
  id: string;
  source: string;
  scenario: string;
  profile: Profile;
  /** What could not be read as an answer; empty. */
  faults: readonly unknown[];
  /** Patterns that count as right, the best first. */
  accept: readonly string[];
  /** Patterns that the source calls wrong. */
  reject: readonly string[];
  overlay_middleware: boolean | null;
}

interface Line extends Omit<PublishedCase, 'profile' | 'faults'> {
  attributes: Record<string, unknown>;
}

const FILE = 'tests/fixtures/advisor-cases.jsonl';

/** Interfaces that this project described and judged before it asked the advisor; not all of them have a source. */
export type OwnCase = Omit<PublishedCase, 'source'> & { source: string | null };

export const readOwnCases = (): OwnCase[] => readFrom('tests/fixtures/own-cases.jsonl');

export const readCases = (): PublishedCase[] => readFrom(FILE);

const readFrom = (file: string): PublishedCase[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => JSON.parse(line) as Line)
    .map(({ attributes: { notes: _notes, ...attributes }, ...published }) => {
      const { profile, faults } = parseProfile(attributes);
      return { ...published, profile, faults };
    });

/** Hosts on which many works stand side by side, and how many parts of a path name one of them. */
const shared: Readonly<Record<string, number>> = {
  'learn.microsoft.com': 4,
  'github.com': 2,
  'microsoft.github.io': 2,
};

/** What a source belongs to: its host, or the work on a host that carries many. */
export function siteOf(source: string): string {
  const { hostname, pathname } = new URL(source);
  const parts = pathname.split('/').filter((part) => part !== '');
  return [hostname.replace(/^www\./, ''), ...parts.slice(0, shared[hostname] ?? 0)].join('/');
}
