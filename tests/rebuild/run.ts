/**
 * `npm run test:rebuild`: whether a build that finds what earlier ones have kept makes the same site, byte for byte, as one
 * that finds nothing: without any change, and after edits of each kind of content, of code that pages are drawn by, of the
 * colours and of what draws the pictures. Takes four builds, which is why `npm test` leaves it out.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommand } from '#tests/support/build-command.ts';
import { projectCopy } from '#tests/support/project-copy.ts';

interface Edit {
  file: string;
  from: string | RegExp;
  to: string;
}

const [answer = ''] = readdirSync('content/answers/integration');

const edits: readonly Edit[] = [
  {
    file: `content/answers/integration/${answer}`,
    from: /^question: (["']?)/m,
    to: 'question: $1An edited question, ',
  },
  { file: `content/answers/integration/${answer}`, from: /$/, to: '\nAn edited paragraph.\n' },
  { file: 'content/glossary.yaml', from: /^( {2}definition: "?)/m, to: '$1An edited definition. ' },
  { file: 'content/hubs/integration.yaml', from: /^line: /m, to: 'line: An edited line. ' },
  { file: 'content/sources/integration.yaml', from: /^( {2}title: ")/m, to: '$1An edited title: ' },
  { file: 'content/advisor/rules/odata.yaml', from: /^( +reason: )/m, to: '$1An edited reason. ' },
  { file: 'content/patterns/odata.mdx', from: /$/, to: '\nAn edited paragraph about the pattern.\n' },
  { file: 'src/layouts/site-name.ts', from: /'F&O [^']*'/, to: "'An edited name'" },
  { file: 'src/components/mdx/Cite.astro', from: 'class="cite"', to: 'class="cite" data-edited' },
  { file: 'src/content/publishing/markdown.ts', from: /$/, to: '\nexport const edited = true;\n' },
  { file: 'src/styles/tokens.css', from: /--accent: light-dark\(#[0-9a-f]{6}/g, to: '--accent: light-dark(#336699' },
  { file: 'src/build/previews/preview.ts', from: 'height="14"', to: 'height="24"' },
  { file: 'src/build/previews/png.ts', from: 'colours: 16', to: 'colours: 8' },
  { file: 'public/favicon.svg', from: /<path /, to: '<path opacity="0.5" ' },
];

function applyEdits(root: string): void {
  for (const { file, from, to } of edits) {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} holds no ${from}: this edit changes nothing`);
    writeFileSync(path, after);
  }
}

/** Builds and returns the built files by their path below `dist/`. */
function build(root: string): Map<string, Buffer> {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', SITE_DATE: '2026-11-27' };
  const { status, stdout, stderr } = spawnSync(process.execPath, buildCommand(root), {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env,
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  const dist = join(root, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [file.slice(dist.length), readFileSync(file)]));
}

/** A workbook is a zip archive, which holds the minute in which it was written. */
const timed = /[\\/]template\.xlsx$/;

/** Paths of what only one of two builds has, or what differs. */
function differing(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): string[] {
  const paths = [...new Set([...one.keys(), ...other.keys()])].sort();
  const isSame = (path: string): boolean => {
    const [a, b] = [one.get(path), other.get(path)];
    return a !== undefined && b !== undefined && (timed.test(path) || a.equals(b));
  };
  return paths.filter((path) => !isSame(path));
}

function report(what: string, differences: readonly string[], areWanted: boolean): void {
  const passed = differences.length > 0 === areWanted;
  console.log(`${passed ? 'passed' : 'FAILED'}: ${what} (${differences.length} files differ)`);
  if (passed) return;
  for (const path of differences.slice(0, 20)) console.log(`  ${path}`);
  process.exitCode = 1;
}

const copies = [projectCopy(), projectCopy()] as const;
try {
  const [kept, fresh] = copies;
  const first = build(kept);
  report('a second build makes the same site', differing(first, build(kept)), false);
  for (const root of copies) applyEdits(root);
  const [rebuilt, anew] = [build(kept), build(fresh)];
  report('a build after edits makes the same site as one that finds nothing kept', differing(rebuilt, anew), false);
  const pictures = differing(first, rebuilt).filter((path) => /[\\/](og|icons)[\\/].*\.png$/.test(path));
  report('and pictures are among what the edits have changed', pictures, true);
} finally {
  for (const root of copies) rmSync(root, { recursive: true, force: true });
}
