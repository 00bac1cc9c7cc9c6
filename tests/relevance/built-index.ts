import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textIndexOver } from '#apps/search/index/engine.ts';
import { LightIndex } from '#apps/search/index/light-index.ts';
import { searchTexts } from '#apps/search/ranking/search.ts';
import { lightFileOf } from '#build/search-index/light-file-plugin.ts';
import { loadLibrary } from '#content/reading/library.ts';
import type { Case } from './cases.ts';
import { judge, type Outcome } from './measure.ts';
import { engineOf, withFiles } from './offline-site.ts';
import { pageTexts } from './page-texts.ts';

const FOLDER = 'dist/pagefind';

function filesOfIndex(): Map<string, Uint8Array> {
  return new Map(
    readdirSync(FOLDER, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(FOLDER.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
}

/** Asks the index of the built site in Node, which answers in milliseconds what a page takes a second for. */
export function askBuiltIndex(cases: readonly Case[]): Promise<Outcome[]> {
  const light = new LightIndex(lightFileOf(loadLibrary()));
  const files = filesOfIndex();
  const readings = pageTexts();
  return withFiles(files, async (address) => {
    const texts = await textIndexOver(await engineOf(files), light, address);
    const outcomes: Outcome[] = [];
    for (const asked of cases) {
      const { hits } = await searchTexts({ query: asked.query, literal: false }, light, texts);
      const shown = { addresses: hits.map(({ path }) => `/${path}/`), isQuiet: hits.length === 0 };
      outcomes.push(judge(asked, shown, readings));
    }
    return outcomes;
  });
}
