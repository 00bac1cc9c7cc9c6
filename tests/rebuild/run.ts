/**
 * `npm run test:rebuild`: whether a build that finds what earlier ones have kept makes the same site, byte for byte, as one
 * that finds nothing: without any change, after an edit of one text or figure, once an answer is gone, and after edits of code that
 * pages are drawn by, of the colours and of what draws the pictures. Takes seventeen builds, which is why `npm test` leaves
 * it out.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommand } from '#tests/support/build-command.ts';
import { forgetBuild, moveBuild, projectCopy } from '#tests/support/project-copy.ts';

/** A change of one file, which then reads otherwise or is gone. */
type Edit = { file: string; from: string | RegExp; to: string } | { file: string; isDeleted: true };

interface Step {
  what: string;
  edits: readonly Edit[];
}

const answers = readdirSync('content/answers/integration').map((name) => `content/answers/integration/${name}`);
const [edited = '', asked = ''] = answers;

/** An answer of this test's own, which no other text leads to, so that it may go. */
const added = 'content/answers/integration/added-by-the-test.mdx';

const steps: readonly Step[] = [
  { what: 'without any change', edits: [] },
  { what: 'after a sentence in one answer', edits: [{ file: edited, from: /$/, to: '\nAn edited paragraph.\n' }] },
  {
    what: 'after another question of one answer',
    edits: [{ file: asked, from: /^question: (["']?)/m, to: 'question: $1An edited question, ' }],
  },
  {
    what: 'after another figure',
    edits: [{ file: 'content/figures/integration.yaml', from: /^( {2}value: )\d+$/m, to: '$1987654' }],
  },
  {
    what: 'after another definition of a term',
    edits: [{ file: 'content/glossary.yaml', from: /^( {2}definition: "?)/m, to: '$1An edited definition. ' }],
  },
  {
    what: 'after another reason of a rule',
    edits: [{ file: 'content/advisor/rules/odata.yaml', from: /^( +reason: )/m, to: '$1An edited reason. ' }],
  },
  { what: 'once an answer is deleted', edits: [{ file: added, isDeleted: true }] },
  {
    what: 'after edits of everything else',
    edits: [
      { file: 'content/hubs/integration.yaml', from: /^line: /m, to: 'line: An edited line. ' },
      { file: 'content/sources/integration.yaml', from: /^( {2}title: ")/m, to: '$1An edited title: ' },
      { file: 'content/patterns/odata.mdx', from: /$/, to: '\nAn edited paragraph about the pattern.\n' },
      { file: 'src/layouts/site-name.ts', from: /'F&O [^']*'/, to: "'An edited name'" },
      { file: 'src/components/mdx/Cite.astro', from: 'class="cite"', to: 'class="cite" data-edited' },
      { file: 'src/content/publishing/markdown.ts', from: "'(our judgement)'", to: "'(an edited judgement)'" },
      {
        file: 'src/styles/tokens.css',
        from: /--accent: light-dark\(#[0-9a-f]{6}/g,
        to: '--accent: light-dark(#336699',
      },
      { file: 'src/build/previews/preview.ts', from: 'height="14"', to: 'height="24"' },
      { file: 'src/build/previews/png.ts', from: 'colours: 16', to: 'colours: 8' },
      { file: 'public/favicon.svg', from: /<path /, to: '<path opacity="0.5" ' },
    ],
  },
];

function apply(edit: Edit, root: string): void {
  const path = join(root, edit.file);
  if ('isDeleted' in edit) {
    rmSync(path);
    return;
  }
  const before = readFileSync(path, 'utf8');
  const after = before.replace(edit.from, edit.to);
  if (after === before) throw new Error(`${edit.file} holds no ${edit.from}: this edit changes nothing`);
  writeFileSync(path, after);
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

/**
 * Builds with nothing kept, in the same folder, since Astro writes a hash of it into the pages of islands; what was kept
 * before is there again afterwards.
 */
function buildAnew(root: string): Map<string, Buffer> {
  const aside = join(root, 'aside');
  moveBuild(root, aside);
  const built = build(root);
  forgetBuild(root);
  moveBuild(aside, root);
  return built;
}

const root = projectCopy();
try {
  const text = readFileSync(join(root, edited), 'utf8');
  writeFileSync(join(root, added), text.replace(/^question: .*$/m, 'question: What did the test add?'));
  let before = build(root);
  for (const { what, edits } of steps) {
    for (const edit of edits) apply(edit, root);
    const rebuilt = build(root);
    report(`${what}, the site is as one made of nothing`, differing(rebuilt, buildAnew(root)), false);
    if (edits.length > 0) report(`${what}, it is another site`, differing(before, rebuilt), true);
    before = rebuilt;
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
