import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { printTable } from './lab.ts';

/** Numbers of answers at which the site is built. */
const SIZES = (process.env.SIZES ?? '105,1000,5000').split(',').map(Number);

interface Growth {
  answers: number;
  /** Time of the processor in Astro's own process and its threads. */
  cpuSeconds: number;
  /** Everything that search may load, as it stands on disk, packed already. */
  indexBytes: number;
  htmlBytes: number;
}

const sources: readonly string[] = [
  'content',
  'src',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Prints the processor's time when the process that carries it ends. */
const meter = `data:text/javascript,process.on('exit',()=>{const{user,system}=process.cpuUsage();console.log('cpu '+(user+system)/1e6)})`;

function projectCopy(): string {
  const root = mkdtempSync(join(tmpdir(), 'fno-growth-'));
  for (const name of sources) cpSync(name, join(root, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

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

const sizeOf = (folder: string, isCounted: (path: string) => boolean): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => isCounted(path.slice(folder.length).replaceAll('\\', '/')))
    .reduce((sum, path) => sum + statSync(path).size, 0);

function build(count: number): Growth {
  const root = projectCopy();
  try {
    const answers = growTo(root, count);
    const { stdout, status, stderr } = spawnSync(
      process.execPath,
      ['--import', meter, join('node_modules', 'astro/bin/astro.mjs'), 'build'],
      { cwd: root, encoding: 'utf8', maxBuffer: 1e9, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
    );
    if (status !== 0)
      throw new Error(`The build of ${answers} answers failed:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
    const cpu = [...stdout.matchAll(/^cpu ([\d.]+)$/gm)].reduce((sum, [, seconds]) => sum + Number(seconds), 0);
    const dist = join(root, 'dist');
    return {
      answers,
      cpuSeconds: cpu,
      indexBytes: sizeOf(dist, (path) => /^\/(pagefind|search-)/.test(path)),
      htmlBytes: sizeOf(dist, (path) => path.endsWith('.html')),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The power of the number of answers with which a figure grew since the size before; 1 is in step with it. */
function exponent(now: Growth, before: Growth | undefined, figure: (growth: Growth) => number): string {
  if (!before || now.answers === before.answers) return '-';
  return (Math.log(figure(now) / figure(before)) / Math.log(now.answers / before.answers)).toFixed(2);
}

/** How build time and the search index grow with the number of answers. */
export function benchGrowth(): Growth[] {
  const measured: Growth[] = [];
  for (const size of SIZES) measured.push(build(size));
  printTable(
    measured.map((growth, place) => ({
      answers: growth.answers,
      'build, CPU s': growth.cpuSeconds.toFixed(1),
      'grows with': exponent(growth, measured[place - 1], ({ cpuSeconds }) => cpuSeconds),
      'index kB': Math.round(growth.indexBytes / 1000),
      'index grows with': exponent(growth, measured[place - 1], ({ indexBytes }) => indexBytes),
      'html kB': Math.round(growth.htmlBytes / 1000),
    })),
  );
  return measured;
}
