import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { siteServer } from '#cli/site-server.ts';
import { forgetBuild, projectCopy } from '#tests/support/project-copy.ts';
import { buildSeconds } from './cpu-seconds.ts';
import { openBrowser, printTable } from './lab.ts';
import { installStarlight, starlightSeconds } from './starlight.ts';

/** Numbers of answers at which the site is built. */
const SIZES = (process.env.SIZES ?? '105,1000,5000').split(',').map(Number);

export interface Growth {
  answers: number;
  /** Processor time of a first build, with nothing kept of another: its process, its threads and the programs it starts. */
  cpuSeconds: number;
  /** The same of the build after it, with one answer edited. */
  cpuSecondsOfRebuild: number;
  /** A first build without {@link extras}, which other generators do not make. */
  cpuSecondsOfPages: number;
  /** What Starlight takes for as many answers; missing where it could not be installed. */
  starlightSeconds?: number;
  /** Everything that search may load, compressed. */
  indexBytes: number;
  /** What comes between the first key and the first results, compressed; the texts may follow. */
  firstResultBytes: number;
  /** That and whatever came until the results were final. */
  finalResultBytes: number;
  htmlBytes: number;
}

/** What a build makes beside pages and search: preview pictures, answers as Markdown, feeds. */
const extras: readonly string[] = [
  'src/pages/og',
  'src/pages/[hub]/[question].md.ts',
  'src/pages/llms-full.txt.ts',
  'src/pages/llms.txt.ts',
  'src/pages/changes.xml.ts',
];

const editOneAnswer = (root: string): void =>
  appendFileSync(answersIn(root)[0] ?? '', '\nThis sentence was added by the measurement.\n');

const answersIn = (root: string): string[] =>
  readdirSync(join(root, 'content/answers'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .sort()
    .map((file) => join(root, 'content/answers', file));

/** Another answer with a question and an address of its own. */
const variant = (text: string, number: number): string =>
  text.replace(/^question: (["']?)(.*?)\??(["']?)$/m, `question: $1$2, case ${number}?$3`);

/** Brings a copy to that many answers, by variants of those there are: links between them must go on leading somewhere. */
function growTo(root: string, count: number): number {
  const originals = answersIn(root);
  for (let made = originals.length, number = 1; made < count; made += 1, number += 1) {
    const file = originals[number % originals.length] ?? '';
    writeFileSync(file.replace(/\.mdx$/, `-case-${number}.mdx`), variant(readFileSync(file, 'utf8'), number));
  }
  return Math.max(count, originals.length);
}

const sizeOf = (
  folder: string,
  isCounted: (path: string) => boolean,
  weigh: (file: string) => number = (file) => statSync(file).size,
): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => isCounted(path.slice(folder.length).replaceAll('\\', '/')))
    .reduce((sum, path) => sum + weigh(path), 0);

const compressedSize = (folder: string, isCounted: (path: string) => boolean): number =>
  sizeOf(folder, isCounted, (file) => brotliCompressSync(readFileSync(file)).length);

/** Types a query on the search page of a built site and weighs what comes. */
async function searchBytes(dist: string): Promise<Pick<Growth, 'firstResultBytes' | 'finalResultBytes'>> {
  const server = siteServer(dist);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const browser = await openBrowser();
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/search/`, { waitUntil: 'networkidle' });
  const weighed: Promise<{ path: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    weighed.push(response.body().then((body) => ({ path, bytes: brotliCompressSync(body).length })));
  });
  await page.getByRole('searchbox').first().pressSequentially('dual-write');
  await page.locator('[data-search-result]').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1000);
  const all = await Promise.all(weighed);
  await browser.close();
  server.close();
  const sum = (some: typeof all): number => some.reduce((bytes, one) => bytes + one.bytes, 0);
  return {
    firstResultBytes: sum(all.filter(({ path }) => !path.startsWith('/pagefind/'))),
    finalResultBytes: sum(all),
  };
}

async function build(count: number, starlight: string | undefined): Promise<Growth> {
  const root = projectCopy();
  try {
    const answers = growTo(root, count);
    const cpuSeconds = buildSeconds(root);
    const dist = join(root, 'dist');
    const sizes = {
      indexBytes: compressedSize(dist, (path) => /^\/pagefind\/|search-(names|further|facts)|light-module/.test(path)),
      htmlBytes: sizeOf(dist, (path) => path.endsWith('.html')),
      ...(await searchBytes(dist)),
    };
    editOneAnswer(root);
    const cpuSecondsOfRebuild = buildSeconds(root);
    for (const extra of extras) rmSync(join(root, extra), { recursive: true });
    forgetBuild(root);
    const cpuSecondsOfPages = buildSeconds(root);
    const peer = starlight && { starlightSeconds: starlightSeconds(starlight, 'dist', answers) };
    return { answers, cpuSeconds, cpuSecondsOfRebuild, cpuSecondsOfPages, ...peer, ...sizes };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The power of the number of answers with which a figure grew since the size before; 1 is in step with it. */
function exponent(now: Growth, before: Growth | undefined, figure: (growth: Growth) => number): string {
  if (!before || now.answers === before.answers) return '-';
  return (Math.log(figure(now) / figure(before)) / Math.log(now.answers / before.answers)).toFixed(2);
}

/** One time beside another, with the factor between them: `4.1 (0.25 x)`. */
const beside = (seconds: number, reference: number | undefined): string =>
  reference ? `${seconds.toFixed(1)} (${(seconds / reference).toFixed(2)} x)` : seconds.toFixed(1);

/** How build time and search grow with the number of answers. */
export async function benchGrowth(): Promise<Growth[]> {
  const measured: Growth[] = [];
  const starlight = installStarlight();
  if (!starlight) console.log('Starlight could not be installed: build times stand alone.');
  for (const size of SIZES) measured.push(await build(size, starlight));
  if (starlight) rmSync(starlight, { recursive: true, force: true });
  const kB = (bytes: number): number => Math.round(bytes / 1000);
  printTable(
    measured.map((growth, index) => {
      const grows = (figure: (growth: Growth) => number): string => exponent(growth, measured[index - 1], figure);
      return {
        answers: growth.answers,
        'first build, CPU s (beside Starlight)': beside(growth.cpuSeconds, growth.starlightSeconds),
        'it grows with': grows(({ cpuSeconds }) => cpuSeconds),
        'rebuild after one edited answer (beside first)': beside(growth.cpuSecondsOfRebuild, growth.cpuSeconds),
        'pages and search alone (beside Starlight)': beside(growth.cpuSecondsOfPages, growth.starlightSeconds),
        'they grow with': grows(({ cpuSecondsOfPages }) => cpuSecondsOfPages),
        'Starlight, CPU s': growth.starlightSeconds?.toFixed(1) ?? '-',
        'its growth':
          growth.starlightSeconds === undefined ? '-' : grows(({ starlightSeconds: seconds = 0 }) => seconds),
        'index kB': kB(growth.indexBytes),
        'index grows with': grows(({ indexBytes }) => indexBytes),
        'first results kB': kB(growth.firstResultBytes),
        'final results kB': kB(growth.finalResultBytes),
        'html kB': kB(growth.htmlBytes),
      };
    }),
  );
  return measured;
}
