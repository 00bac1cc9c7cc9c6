import { pageBuild } from './page-build.ts';

/**
 * What became of the site since this page was opened: the same build is deployed, or another one, whose parts have other
 * names and may have taken the place of this page's; or nothing answers.
 */
export type SiteState = 'current' | 'updated' | 'unreachable';

/** What to say after "… could not be loaded." */
export const advice: Readonly<Record<SiteState, string>> = {
  current: 'Try again, or reload the page.',
  updated: 'This site was updated after you opened this page: reload the page.',
  unreachable: 'Is there a connection?',
};

const PATIENCE_MS = 4000;

/**
 * Asks the host which build is deployed, by its service worker's script, which no cache keeps and every build has. A
 * host that answers with something else says nothing about the build.
 */
export async function siteState(build = pageBuild(), base = import.meta.env.BASE_URL): Promise<SiteState> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(`${base.replace(/\/$/, '')}/sw.js`, { cache: 'no-store', signal });
    if (!response.ok) return 'current';
    return (await response.text()).includes(build) ? 'current' : 'updated';
  } catch {
    return 'unreachable';
  }
}

/** Loads the page again, and its scripts anew from the host: one that is damaged would come out of a cache once more. */
export async function reloadAnew(): Promise<void> {
  const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
  const init: RequestInit = { cache: 'reload', signal: AbortSignal.timeout(PATIENCE_MS) };
  await Promise.allSettled(scripts.map(({ name }) => fetch(name, init)));
  location.reload();
}
