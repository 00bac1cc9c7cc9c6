/**
 * One line of the project changed so that it does something else, and the tests that have to notice.
 *
 * When the line is rewritten or moves, its entry here goes along: the runner refuses one that no longer fits.
 */
export interface KnownMutation {
  /** What the changed project does wrong. */
  what: string;
  file: string;
  /** Stands exactly once in the file, on one line. */
  find: string;
  replace: string;
  tests: Tests;
}

/** What has to fail: unit tests in these files or folders, the checks of the built pages, or tests in the browser. */
export type Tests =
  | { by: 'unit'; in: readonly string[] }
  | { by: 'built pages' }
  | { by: 'browser'; spec: string; named: string };

const unit = (...files: string[]): Tests => ({ by: 'unit', in: files.map((file) => `tests/unit/${file}`) });
const browser = (spec: string, named: string): Tests => ({ by: 'browser', spec, named });

const inventory = (file: string): Tests => unit(`apps/inventory/${file}.test.ts`);
const search = unit('apps/search/thresholds', 'apps/search/ranking', 'apps/search/index');

const ofInventory: readonly KnownMutation[] = [
  {
    what: 'redo does nothing',
    file: 'src/apps/inventory/machine/history.ts',
    find: 'return { past: [...history.past, history.present], present: next, future: later };',
    replace: 'return { ...history, future: [next, ...later] };',
    tests: inventory('machine/history'),
  },
  {
    what: 'redo forgets what else was undone',
    file: 'src/apps/inventory/machine/history.ts',
    find: 'present: next, future: later };',
    replace: 'present: next, future: [] };',
    tests: inventory('machine/history'),
  },
  {
    what: 'rows are sorted ascending, whatever is asked',
    file: 'src/apps/inventory/machine/sort-rows.ts',
    find: "const sign = direction === 'ascending' ? 1 : -1;",
    replace: 'const sign = 1;',
    tests: inventory('machine/sort-rows'),
  },
  {
    what: 'a value guessed from a part of the text is called certain',
    file: 'src/apps/inventory/reading/read-value.ts',
    find: "certainty: understood.isCertain ? 'synonym' : 'guess'",
    replace: "certainty: 'synonym'",
    tests: inventory('reading/read-value'),
  },
  {
    what: 'every required hub counts as one without an owner',
    file: 'src/apps/inventory/machine/row-filter.ts',
    find: "middleware === 'required' && profileOf(row, shared).ownership === 'none',",
    replace: "middleware === 'required',",
    tests: inventory('machine/row-filter'),
  },
  {
    what: 'nobody owning a hub counts where none is required',
    file: 'src/apps/inventory/machine/row-filter.ts',
    find: "middleware === 'required' && profileOf(row, shared).ownership === 'none',",
    replace: "middleware !== undefined && profileOf(row, shared).ownership === 'none',",
    tests: inventory('machine/row-filter'),
  },
  {
    what: 'outcomes stay as they were after a shared answer changed',
    file: 'src/apps/inventory/deciding/decision-session.ts',
    find: 'if (JSON.stringify(shared) !== before) outcomes.clear();',
    replace: 'if (JSON.stringify(shared) === before) outcomes.clear();',
    tests: inventory('deciding/decision-desk'),
  },
  {
    what: "an appended file's extra columns stand by their index, not by their header",
    file: 'src/apps/inventory/machine/edits.ts',
    find: "extras: all.map((header) => row.extras[own.indexOf(header)] ?? ''),",
    replace: "extras: all.map((_, index) => row.extras[index] ?? ''),",
    tests: inventory('machine/edits'),
  },
  {
    what: 'a header that is quite another word is taken for a slip',
    file: 'src/apps/inventory/reading/match-headers.ts',
    find: 'const SIMILAR = 0.25;',
    replace: 'const SIMILAR = 0.5;',
    tests: inventory('files'),
  },
  {
    what: 'a broken quotation mark is reported a row too late',
    file: 'src/apps/inventory/reading/parse-csv.ts',
    find: 'const row = account.rows + 1;',
    replace: 'const row = account.rows + 2;',
    tests: inventory('reading/read-csv'),
  },
  {
    what: 'two patterns to one system are many',
    file: 'content/advisor/inventory.yaml',
    find: 'patterns: 3',
    replace: 'patterns: 2',
    tests: inventory('deciding/programme'),
  },
  {
    what: "the store writes over another tab's work unseen",
    file: 'src/apps/inventory/keeping/store.ts',
    find: 'revision === over || (revision > 0 && revision === own);',
    replace: 'revision >= 0 && over >= 0 && own >= 0;',
    tests: inventory('keeping/store'),
  },
];

/** A mistake in a view of the inventory, and the test of that view. */
const view = (what: string, file: string, find: string, replace: string, test: string): KnownMutation => ({
  what,
  file: `src/apps/inventory/view/${file}`,
  find,
  replace,
  tests: inventory(`view/${test}`),
});

const ofViews: readonly KnownMutation[] = [
  view(
    'a notice takes the focus from somebody who is typing',
    'Keeping.tsx',
    'if (wantsFocus && !isTyping(document.activeElement))',
    'if (wantsFocus)',
    'keeping',
  ),
  view('Enter in a cell stays there', 'table/use-grid-editing.ts', 'down: { row: 1,', 'down: { row: 0,', 'table'),
  view(
    'Escape keeps what was typed',
    'table/CellEditor.tsx',
    "if (event.key === 'Escape') end(onCancel);",
    "if (event.key === 'Escape') end(() => onCommit(value, 'stay'));",
    'table',
  ),
  view(
    'the keyboard never reaches the header of the table',
    'table/use-grid-cursor.ts',
    'clamp(next.row, -1, rows - 1)',
    'clamp(next.row, 0, rows - 1)',
    'table',
  ),
  view('an export does not say what it loses', 'Exports.tsx', 'setLosses(losses);', '', 'exports'),
  view(
    'a meaning that somebody chose is explained as if it had been found',
    'MappingStep.tsx',
    'match && isAsFound ?',
    'match ?',
    'mapping-step',
  ),
];

const ofCommandLine: readonly KnownMutation[] = [
  {
    what: 'the command line names no alternatives',
    file: 'src/apps/inventory/deciding/summary-line.ts',
    find: 'alternatives: others.filter(({ excludedBy }) => excludedBy.length === 0).map(({ pattern }) => pattern),',
    replace: 'alternatives: [],',
    tests: unit('cli/advise'),
  },
  {
    what: 'the command line names the recommendation among its alternatives',
    file: 'src/apps/inventory/deciding/summary-line.ts',
    find: 'alternatives: others.filter(({ excludedBy }) => excludedBy.length === 0).map(({ pattern }) => pattern),',
    replace:
      'alternatives: recommendation.standings.filter(({ excludedBy }) => excludedBy.length === 0).map(({ pattern }) => pattern),',
    tests: unit('cli/advise'),
  },
  {
    what: 'the command line names what is excluded among the alternatives',
    file: 'src/apps/inventory/deciding/summary-line.ts',
    find: 'alternatives: others.filter(({ excludedBy }) => excludedBy.length === 0).map(({ pattern }) => pattern),',
    replace: 'alternatives: others.map(({ pattern }) => pattern),',
    tests: unit('cli/advise'),
  },
];

/** A figure of the search in another size. */
const figure = (what: string, file: string, find: string, replace: string): KnownMutation => ({
  what,
  file: `src/apps/search/${file}`,
  find,
  replace,
  tests: search,
});

const ofSearch: readonly KnownMutation[] = [
  figure('a page that speaks of little of a query is an answer', 'ranking/search.ts', 'ENOUGH = 0.25', 'ENOUGH = 0.15'),
  figure('a page that speaks of a third of a query is none', 'ranking/search.ts', 'ENOUGH = 0.25', 'ENOUGH = 0.3'),
  figure(
    'pages that hardly speak of a query are listed',
    'ranking/search.ts',
    'WORTH_SHOWING = 0.12',
    'WORTH_SHOWING = 0.05',
  ),
  figure(
    'pages that speak of an eighth of a query are not listed',
    'ranking/search.ts',
    'WORTH_SHOWING = 0.12',
    'WORTH_SHOWING = 0.2',
  ),
  figure('titles weigh no more than short answers', 'index/field-index.ts', 'title: 3,', 'title: 1,'),
  figure('other names weigh no more than short answers', 'index/field-index.ts', 'alias: 3,', 'alias: 1,'),
  figure('short answers weigh as much as titles', 'index/field-index.ts', 'verdict: 1,', 'verdict: 3,'),
  figure('a short answer is as certain as a title', 'ranking/rank.ts', 'verdict: 0.8', 'verdict: 1'),
  figure('a text is as certain as a short answer', 'ranking/rank.ts', 'text: 0.3', 'text: 0.8'),
  figure('a text is hardly certain', 'ranking/rank.ts', 'text: 0.3', 'text: 0.2'),
  figure('a mention in the text counts as one in a title', 'ranking/rank.ts', '{ text: 0.4,', '{ text: 1,'),
  figure('a mention in the text counts nothing', 'ranking/rank.ts', '{ text: 0.4,', '{ text: 0,'),
  figure('what no page mentions weighs as any word', 'ranking/rank.ts', 'UNKNOWN_WEIGHT = 2', 'UNKNOWN_WEIGHT = 1'),
  figure('what no page mentions weighs threefold', 'ranking/rank.ts', 'UNKNOWN_WEIGHT = 2', 'UNKNOWN_WEIGHT = 3'),
  figure('a term weighs as any word', 'ranking/rank.ts', 'TERM_WEIGHT = 1.5', 'TERM_WEIGHT = 1'),
  figure('a term weighs as two words', 'ranking/rank.ts', 'TERM_WEIGHT = 1.5', 'TERM_WEIGHT = 2'),
  figure('a guess is as good as what was typed', 'ranking/rank.ts', 'GUESS = 0.4', 'GUESS = 1'),
  figure('a guess finds nothing', 'ranking/rank.ts', 'GUESS = 0.4', 'GUESS = 0.2'),
];

const ofSite: readonly KnownMutation[] = [
  {
    what: 'a page may set the base of its addresses',
    file: 'src/build/hosting/page-policy.ts',
    find: `"base-uri 'none'",`,
    replace: '',
    tests: unit('build/hosting'),
  },
  {
    what: 'a form may be sent to another host',
    file: 'src/build/hosting/page-policy.ts',
    find: `"form-action 'self'",`,
    replace: '',
    tests: unit('build/hosting'),
  },
  {
    what: 'pages are built as files without a folder',
    file: 'astro.config.mjs',
    find: "build: { inlineStylesheets: 'always' },",
    replace: "build: { inlineStylesheets: 'always', format: 'file' },",
    tests: { by: 'built pages' },
  },
  {
    what: 'addresses may do without their last slash',
    file: 'astro.config.mjs',
    find: "trailingSlash: 'always',",
    replace: "trailingSlash: 'never',",
    tests: { by: 'built pages' },
  },
  {
    what: 'the service worker never deletes pages kept under old builds',
    file: 'src/apps/offline/worker.ts',
    find: 'await Promise.all((await oldPageCaches()).map((name) => caches.delete(name)));',
    replace: '',
    tests: browser('offline', 'a page opened after the update'),
  },
  {
    what: "the service worker never deletes old builds' files",
    file: 'src/apps/offline/worker.ts',
    find: 'await shell.activate(event);',
    replace: '',
    tests: browser('offline', 'a page opened after the update'),
  },
  {
    what: 'the focus is not drawn',
    file: 'src/styles/base.css',
    find: 'outline: 2px solid var(--accent);',
    replace: 'outline: 0;',
    tests: browser('accessibility', 'in the (light|dark) theme at 1280 px .* by Tab, answer'),
  },
];

export const knownMutations: readonly KnownMutation[] = [
  ...ofInventory,
  ...ofViews,
  ...ofCommandLine,
  ...ofSearch,
  ...ofSite,
];
