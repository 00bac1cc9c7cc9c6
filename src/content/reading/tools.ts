import { basename } from 'node:path';
import { boundedText } from '#content/publishing/figures-text.ts';
import { type ToolFile, toolSchema } from '#content/schemas/tool.ts';
import type { Basis, Chart, Column, Input, Simulation, Table, Tool } from '#core/tools/tool.ts';
import type { FigureEntry, SourceEntry, ToolEntry } from './entries.ts';
import type { Problem } from './problem.ts';
import { listFiles, readYaml } from './read-files.ts';

/** What the defaults of tools may rest on. */
interface Grounds {
  figures: ReadonlyMap<string, FigureEntry>;
  sources: ReadonlyMap<string, SourceEntry>;
}

type FileBasis = ToolFile['inputs'][number]['basis'];

/** A figure in words with its source; one that is not in the ledger is reported by the check of references. */
function figureBasis(id: string, note: string | undefined, { figures, sources }: Grounds): Basis {
  const figure = figures.get(id);
  if (!figure) return { text: note ?? '' };
  const source = sources.get(figure.source);
  const condition = figure.condition ? ` (${figure.condition})` : '';
  const text = `${boundedText(figure)} ${figure.scope}${condition}`;
  return {
    text: note ? `${note} Published: ${text}.` : `Published: ${text}.`,
    ...(source && { url: source.url, source: source.title }),
    checked: figure.checked,
  };
}

const basisOf = ({ figure, note, ours }: FileBasis, grounds: Grounds): Basis =>
  figure === undefined ? { text: `Ours: ${ours ?? ''}` } : figureBasis(figure, note, grounds);

function inputOf(input: ToolFile['inputs'][number], grounds: Grounds): Input {
  const basis = basisOf(input.basis, grounds);
  const shared = { id: input.id, label: input.label, hint: input.hint, basis };
  if ('options' in input) return { ...shared, kind: 'choice', options: input.options, default: input.default };
  const { unit, min, max, whole, default: initial, tried } = input;
  return { ...shared, kind: 'number', unit, min, max, isWhole: whole, default: initial, isTried: tried };
}

type FileTable = ToolFile['tables'][number];

function columnOf(column: FileTable['columns'][number]): Column {
  const {
    id,
    label,
    unit,
    kind,
    formula,
    format,
    hidden,
    required,
    min,
    max,
    whole,
    options,
    given,
    default: initial,
    tried,
  } = column;
  if (kind === undefined)
    return { id, label, unit, kind: 'worked', formula: formula ?? 'none', format, isHidden: hidden };
  return {
    id,
    label,
    unit,
    kind,
    isRequired: required,
    isGiven: given,
    min,
    max,
    isWhole: whole,
    options,
    default: initial,
    isTried: tried && !given,
  };
}

/** Rows that are numbered, each after the one before it. */
function countedRows({ columns, counted = 0 }: FileTable): Table['start'] {
  const [number] = columns;
  const order = columns.find(({ kind }) => kind === 'after');
  return Array.from({ length: counted }, (_, index) => ({
    ...(number && { [number.id]: String(index + 1) }),
    ...(order && index > 0 && { [order.id]: String(index) }),
  }));
}

const tableOf = (table: FileTable, grounds: Grounds): Table => ({
  id: table.id,
  label: table.label,
  row: table.row,
  hint: table.hint,
  columns: table.columns.map(columnOf),
  isFixed: table.fixed || table.counted !== undefined,
  start: table.counted === undefined ? table.start : countedRows(table),
  basis: table.basis && basisOf(table.basis, grounds),
  sources: table.figures.map((id) => figureBasis(id, undefined, grounds)),
});

const figuresOf = ({ inputs, tables }: ToolFile): ToolEntry['figures'] => [
  ...inputs.flatMap(({ id, basis: { figure } }) =>
    figure ? [{ id: figure, field: `inputs.${id}.basis.figure` }] : [],
  ),
  ...tables.flatMap((table) => [
    ...(table.basis?.figure ? [{ id: table.basis.figure, field: `tables.${table.id}.basis.figure` }] : []),
    ...table.figures.map((id, index) => ({ id, field: `tables.${table.id}.figures.${index}` })),
  ]),
];

function toolOf(file: string, content: ToolFile, grounds: Grounds): ToolEntry {
  const { inputs, tables, results, ...rest } = content;
  return {
    ...rest,
    id: basename(file, '.yaml'),
    file,
    inputs: inputs.map((input) => inputOf(input, grounds)),
    tables: tables.map((table) => tableOf(table, grounds)),
    results: results.map(({ step, ...result }) => ({ ...result, isStep: step })),
    charts: content.charts as Chart[],
    simulation: content.simulation as Simulation | undefined,
    figures: figuresOf(content),
  };
}

/** Reads the tools of a project, in their own order. */
export function readTools(root: string, grounds: Grounds, problems: Problem[], unread: Set<string>): ToolEntry[] {
  return listFiles(root, 'content/tools', '.yaml')
    .flatMap((file) => {
      const content = readYaml(root, file, toolSchema, problems);
      if (!content) unread.add(basename(file, '.yaml'));
      return content ? [toolOf(file, content, grounds)] : [];
    })
    .sort((a, b) => a.order - b.order);
}

/** The tool as its page and its command carry it. */
export function bareTool({ file: _file, order: _order, figures: _figures, ...tool }: ToolEntry): Tool {
  return tool;
}
