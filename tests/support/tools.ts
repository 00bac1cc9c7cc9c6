import { loadLibrary } from '#content/reading/library.ts';
import { bareTool } from '#content/reading/tools.ts';
import { type Worked, workOut } from '#core/tools/evaluate.ts';
import { readEntries } from '#core/tools/read-entries.ts';
import { type Entries, exampleEntries, type Row, startEntries, type Table, type Tool } from '#core/tools/tool.ts';

/** All tools of the site. */
export const tools: readonly Tool[] = loadLibrary().tools.map(bareTool);

/** A tool of the site by its id. */
export function toolNamed(id: string): Tool {
  const tool = tools.find((each) => each.id === id);
  if (!tool) throw new Error(`There is no tool "${id}"`);
  return tool;
}

/** Works a tool out with some entries in place of those that it starts with; tables that are not given are empty. */
export function worked(id: string, inputs: Row, tables: Entries['tables'] = {}): Worked {
  const tool = toolNamed(id);
  const empty = Object.fromEntries(tool.tables.map((table) => [table.id, []]));
  const entries = { inputs: { ...startEntries(tool).inputs, ...inputs }, tables: { ...empty, ...tables } };
  return workOut(tool, readEntries(tool, entries));
}

/** The worked example of a tool. */
export const workedExample = (id: string): Worked =>
  workOut(toolNamed(id), readEntries(toolNamed(id), exampleEntries(toolNamed(id))));

const column = {
  isRequired: false,
  isGiven: false,
  min: 0,
  max: 1000,
  isWhole: false,
  options: [],
  default: '',
  isTried: true,
};

/** A table of steps that wait for one another, with the least that a schedule needs. */
export const steps: Table = {
  id: 'steps',
  label: 'Steps',
  row: { one: 'step', many: 'steps' },
  columns: [
    { ...column, id: 'name', label: 'Step', kind: 'text', isRequired: true },
    { ...column, id: 'hours', label: 'Hours', kind: 'number', isRequired: true },
    { ...column, id: 'after', label: 'After', kind: 'after' },
    {
      id: 'starts',
      label: 'Starts',
      kind: 'worked',
      formula: 'latest(ends, opening)',
      format: 'clock',
      isHidden: false,
    },
    { id: 'ends', label: 'Ends', kind: 'worked', formula: 'starts + hours', format: 'clock', isHidden: false },
    {
      id: 'critical',
      label: 'Decides the end',
      kind: 'worked',
      formula: 'ends = finish or holds(critical, starts, ends)',
      format: 'yes-no',
      isHidden: false,
    },
  ],
  isFixed: false,
  start: [],
  sources: [],
};

/** A table whose rows are given, with one column that is open. */
export const levels: Table = {
  id: 'levels',
  label: 'Levels',
  row: { one: 'level', many: 'levels' },
  columns: [
    { ...column, id: 'name', label: 'Level', kind: 'text', isRequired: true, isGiven: true },
    { ...column, id: 'price', label: 'Price', kind: 'number', isRequired: true },
  ],
  isFixed: true,
  start: [
    { name: 'Low', price: '5' },
    { name: 'High', price: '9' },
  ],
  sources: [],
};

/** A tool of tests: steps that begin at an hour. */
export const plan: Tool = {
  id: 'plan',
  title: 'A plan',
  question: 'When?',
  verdict: 'Then.',
  hub: 'integration',
  aliases: [],
  inputs: [
    {
      kind: 'number',
      id: 'opening',
      label: 'Opening',
      unit: 'h',
      min: 0,
      max: 100,
      isWhole: false,
      default: 18,
      isTried: true,
      basis: { text: 'Ours: for tests.' },
    },
  ],
  tables: [steps],
  results: [
    { id: 'finish', label: 'Finish', formula: 'max(steps.ends)', format: 'clock', says: [], isStep: false },
    { id: 'work', label: 'Work', formula: 'sum(steps.hours)', format: 'hours', says: [], isStep: false },
  ],
  headline: 'finish',
  charts: [],
  limits: ['One.', 'Two.'],
  answers: ['integration/which-pattern'],
  example: { text: 'None.', inputs: {}, tables: {} },
};
