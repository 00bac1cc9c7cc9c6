import { loadLibrary } from '#content/reading/library.ts';

/** `npm run sources:check`: asks every source for its page; exit status 1 when one is gone. Needs the network. */

const AT_ONCE = 4;
const PATIENCE_MS = 30_000;
/** Said by hosts that turn programs away though the page is there for people. */
const turnedAway: ReadonlySet<number> = new Set([401, 403, 405, 429]);

async function faultOf(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), headers: { Accept: 'text/html' } });
    await response.body?.cancel();
    return response.ok || turnedAway.has(response.status) ? undefined : `answers ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const waiting = [...loadLibrary().sources.values()];
const total = waiting.length;
const faults: string[] = [];

async function work(): Promise<void> {
  for (let source = waiting.pop(); source; source = waiting.pop()) {
    const fault = await faultOf(source.url);
    if (fault) faults.push(`${source.file} › ${source.id}: ${source.url} ${fault}`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
for (const fault of faults.sort()) console.log(fault);
console.log(`${faults.length} of ${total} sources could not be opened.`);
process.exitCode = faults.length > 0 ? 1 : 0;
