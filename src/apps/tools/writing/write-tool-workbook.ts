import writeSheets, { type Cell, type Feature, type Row as SheetRow } from 'write-excel-file/universal';
import { excelText, fitCell } from '#apps/inventory/writing/excel-text.ts';
import { inLabels } from '#core/tools/arithmetic.ts';
import { type Worked, type WorkedRow, workOut } from '#core/tools/evaluate.ts';
import { excelCell, excelClock, excelCounts, excelResult } from '#core/tools/excel.ts';
import { clockStart, hoursSince, Layout, letterOf, type SheetColumn, type TableSheet } from '#core/tools/layout.ts';
import { allowedNumber, type ReadEntries, type ReadRow, readEntries, type Value } from '#core/tools/read-entries.ts';
import { quantile, simulate } from '#core/tools/simulate.ts';
import type { Basis, Column, EnteredColumn, Entries, Format, Input, Tool } from '#core/tools/tool.ts';
import { valueText } from '#core/tools/words.ts';

/** What goes into a workbook besides what was typed. */
export interface WorkbookOptions {
  /** Address of the page with these numbers. */
  address?: string;
  /** Address of an answer by its id. */
  answerAddress?: (id: string) => string;
  /** Without the values that were worked out here, so that whoever opens it has to work them out: for tests. */
  withoutValues?: boolean;
}

/** A sheet, what its formulas came to here, and what its cells allow. */
interface Sheet {
  name: string;
  rows: SheetRow[];
  widths: readonly number[];
  frozenColumns?: number;
  /** Indices of columns that are steps on the way, which a reader may show. */
  hidden?: readonly number[];
  values: ReadonlyMap<string, Value>;
  rules: readonly string[];
}

/** A row of several lines is read along its first. */
const top = { alignVertical: 'top' } as const;

/** A text does not stand close to a number before it. */
const beside = { ...top, align: 'left', indent: 1 } as const;

const text = (value: string): Cell =>
  value === '' ? null : { value: excelText(fitCell(value)), type: String, wrap: true, ...beside };
const bold = (value: string): Cell => ({
  value: excelText(value),
  type: String,
  fontWeight: 'bold',
  wrap: true,
  ...beside,
});

/** The head of a column, above its texts or its numbers. */
const heading = (value: string, isNumber = false): Cell => ({
  value: excelText(value),
  type: String,
  fontWeight: 'bold',
  wrap: true,
  ...(isNumber ? { align: 'right' as const } : beside),
  alignVertical: 'bottom',
  backgroundColor: HEADING,
});

const HEADING = '#e4e6e8';

/** What somebody may write over, in the colour that spreadsheets of accountants have for it. */
const OPEN = '#fff8dc';

const formats: Readonly<Record<Format, string | undefined>> = {
  number: '#,##0.00',
  whole: '#,##0',
  hours: '#,##0.0',
  clock: '#,##0.00',
  time: '#,##0.00',
  percent: '0.0',
  'yes-no': undefined,
};

/** How the clock of a format is shown beside its hours. */
const clockFormat = (format: Format): string => (format === 'time' ? 'hh:mm' : 'ddd hh:mm');

const formula = (value: string, format: string | undefined, isBold = false): Cell => ({
  value,
  type: 'Formula',
  ...top,
  ...(format && { format }),
  ...(isBold && { fontWeight: 'bold' as const }),
});

/** The date of the spreadsheet's calendar that stands for hours. */
const clockValue = (value: Value, format: Format): Value =>
  typeof value === 'number' ? (clockStart(format) ?? 0) + value / 24 : undefined;

function valueCell(value: Value, colour: { backgroundColor?: string } = {}): Cell {
  if (value === undefined) return { type: String, ...colour };
  return typeof value === 'number'
    ? { value, type: Number, format: Number.isInteger(value) ? '#,##0' : '#,##0.######', ...top, ...colour }
    : { value: excelText(fitCell(String(value))), type: String, wrap: true, ...beside, ...colour };
}

const openCell = (value: Value): Cell => valueCell(value, { backgroundColor: OPEN });

/** How the cells of a column are written: in the colour of what may be written over, unless content says what stands there. */
const openOrGiven = (column: Column): ((value: Value) => Cell) =>
  column.kind !== 'worked' && column.isGiven ? valueCell : openCell;

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const rule = (cells: string, attributes: string, formulas: string, title: string, message: string): string =>
  `<dataValidation allowBlank="1" showErrorMessage="1" errorTitle="${escaped(title)}" error="${escaped(message.slice(0, 250))}" ${attributes} sqref="${cells}">${formulas}</dataValidation>`;

function numberRule(cells: string, field: { min: number; max: number; isWhole: boolean; label: string }): string {
  const formulas = `<formula1>${field.min}</formula1><formula2>${field.max}</formula2>`;
  const type = field.isWhole ? 'whole' : 'decimal';
  return rule(
    cells,
    `type="${type}" operator="between"`,
    formulas,
    field.label.slice(0, 30),
    `Write ${allowedNumber(field)}.`,
  );
}

function choiceRule(cells: string, { options, label }: { options: readonly string[]; label: string }): string {
  const list = `<formula1>"${escaped(options.join(','))}"</formula1>`;
  return rule(cells, 'type="list"', list, label.slice(0, 30), `Choose one of ${options.join(', ')}.`);
}

const basisText = ({ text: words, source, checked, url }: Basis): string =>
  [words, source && `${source}${checked ? `, checked ${checked}` : ''}.`, url].filter(Boolean).join(' ');

function inputSheet(tool: Tool, { inputs }: Worked): Sheet {
  const row = (input: Input): SheetRow => [
    text(input.label),
    openCell(inputs[input.id]),
    text(input.kind === 'number' ? input.unit : ''),
    text(input.kind === 'number' ? allowedNumber(input) : input.options.join(', ')),
    text(
      inputs[input.id] === input.default
        ? basisText(input.basis)
        : `Your own. The default is ${input.default}. ${basisText(input.basis)}`,
    ),
  ];
  return {
    name: 'Inputs',
    rows: [
      ['Input', 'Value', 'Unit', 'Allowed', 'Where the value comes from'].map((label) => heading(label)),
      ...tool.inputs.map(row),
    ],
    widths: [44, 14, 14, 26, 80],
    values: new Map(),
    rules: tool.inputs.map((input, index) =>
      input.kind === 'number' ? numberRule(`B${index + 2}`, input) : choiceRule(`B${index + 2}`, input),
    ),
  };
}

function resultSheet(tool: Tool, worked: Worked, layout: Layout): Sheet {
  const values = new Map<string, Value>();
  const rows = tool.results.map((result, index): SheetRow => {
    values.set(`B${index + 2}`, worked.results[result.id]);
    const isHeadline = result.id === tool.headline;
    const start = clockStart(result.format);
    const written = excelResult(result.formula, layout);
    return [
      isHeadline ? bold(result.label) : text(result.label),
      formula(written, formats[result.format], isHeadline),
      start === undefined
        ? null
        : formula(`IF($B${index + 2}="","",${start}+$B${index + 2}/24)`, clockFormat(result.format)),
      text(start === undefined ? (result.unit ?? '') : hoursSince(result.format)),
      text(inLabels(tool, result.formula)),
    ];
  });
  for (const [index, result] of tool.results.entries()) {
    const value = worked.results[result.id];
    const start = clockStart(result.format);
    if (start !== undefined) values.set(`C${index + 2}`, clockValue(value, result.format));
  }
  return {
    name: 'Results',
    rows: [
      ['Result', 'Value', 'Clock', 'Unit', 'How it is worked out'].map((label) =>
        heading(label, ['Value', 'Clock'].includes(label)),
      ),
      ...rows,
    ],
    widths: [44, 14, 14, 20, 90],
    values,
    rules: [],
  };
}

/** Rows so that each stands below those that it comes after, as the workbook's formulas need it. */
export function inOrder<Row extends Pick<ReadRow, 'after'>>(rows: readonly Row[]): Row[] {
  const placed = new Set<number>();
  const order: Row[] = [];
  const place = (index: number): void => {
    const row = rows[index];
    if (!row || placed.has(index)) return;
    placed.add(index);
    for (const before of row.after) place(before);
    order.push(row);
  };
  for (const index of rows.keys()) place(index);
  return order;
}

/** What a row of a sheet is made of; a spare one has none of what was typed. */
interface SheetPlace {
  row: number;
  number: number;
  worked?: WorkedRow | undefined;
  /** The row as it was typed, for columns that only the workbook has. */
  typed?: Readonly<Record<string, string>> | undefined;
  /** Numbers of the rows that it comes after. */
  before: readonly number[];
}

function enteredCell(column: EnteredColumn, { worked, typed }: SheetPlace): Cell {
  if (column.isGiven) return valueCell(worked?.values[column.id]);
  if (column.kind === 'workbook') return openCell(typed?.[column.id] || undefined);
  if (worked) return openCell(worked.values[column.id]);
  const isNumber = column.kind === 'number' && column.default !== '';
  return openCell(isNumber ? Number(column.default) : column.default || undefined);
}

/** A cell of a table's sheet, and what it comes to where it is worked out. */
function tableCell(
  { column, part }: SheetColumn,
  index: number,
  layout: Layout,
  sheet: TableSheet,
  place: SheetPlace,
): [Cell, Value?] {
  const at = { table: sheet.table, row: place.row };
  if (part === 'number') return [{ value: place.number, type: Number, ...top }];
  if (part === 'counts') return [formula(excelCounts(layout, at), '0'), place.worked?.isComplete ? 1 : 0];
  if (!column) return [null];
  if (part === 'before') {
    const first = sheet.columns.findIndex((each) => each.column === column);
    return [openOrGiven(column)(place.before[index - first])];
  }
  if (column.kind !== 'worked') return [enteredCell(column, place)];
  const value = place.worked?.worked[column.id];
  if (part === 'clock')
    return [formula(excelClock(column, layout, at), clockFormat(column.format)), clockValue(value, column.format)];
  return [formula(excelCell(column, layout, at), formats[column.format]), value];
}

function tableRules(sheet: TableSheet): string[] {
  return sheet.columns.flatMap(({ column, part }, index) => {
    if (part !== 'value' || !column || column.kind === 'worked' || column.isGiven) return [];
    const cells = `${letterOf(index)}2:${letterOf(index)}${sheet.lastRow}`;
    if (column.kind === 'number') return [numberRule(cells, column)];
    return column.options.length > 0 ? [choiceRule(cells, column)] : [];
  });
}

const holdsNumbers = ({ column, part }: SheetColumn): boolean =>
  part !== 'value' || column?.kind === 'number' || column?.kind === 'worked';

/** Whether a column is a step on the way: one that the page hides, or the hours of which a clock stands beside. */
const isStep = ({ column, part }: SheetColumn): boolean =>
  column?.kind === 'worked' && (column.isHidden || (part === 'value' && clockStart(column.format) !== undefined));

function tableSheet(sheet: TableSheet, entries: Entries, worked: Worked, layout: Layout): Sheet {
  const all = worked.tables[sheet.table.id] ?? [];
  const numbers = all.map(({ index }) => index + 1);
  const ordered = inOrder(all);
  const last = Math.max(0, ...numbers);
  const values = new Map<string, Value>();
  const rows = Array.from({ length: sheet.lastRow - 1 }, (_, position): SheetRow => {
    const row = ordered[position];
    const place: SheetPlace = {
      row: position + 2,
      number: row ? row.index + 1 : last + 1 + position - ordered.length,
      worked: row,
      typed: row && entries.tables[sheet.table.id]?.[row.index],
      before: (row?.after ?? []).map((index) => numbers[index] ?? 0),
    };
    return sheet.columns.map((column, index) => {
      const [cell, value] = tableCell(column, index, layout, sheet, place);
      values.set(`${letterOf(index)}${place.row}`, value);
      return cell;
    });
  });
  const width = ({ column, part }: SheetColumn): number => {
    if (part !== 'value' || !column) return 9;
    if (column.kind === 'text' || column.kind === 'workbook') return 30;
    const texts = column.kind === 'worked' ? all.map(({ worked: cells }) => cells[column.id]) : column.options;
    return Math.max(13, ...texts.map((each) => (typeof each === 'string' ? each.length + 3 : 0)));
  };
  return {
    name: sheet.name,
    rows: [sheet.columns.map((column) => heading(column.header, holdsNumbers(column))), ...rows],
    widths: sheet.columns.map(width),
    frozenColumns: 2,
    hidden: sheet.columns.flatMap((column, index) => (isStep(column) ? [index] : [])),
    values,
    rules: tableRules(sheet),
  };
}

/** How far a result may be off, as values: a spreadsheet would draw anew each time that it calculates. */
function rangeText(tool: Tool, read: ReadEntries): string | undefined {
  const result = tool.results.find(({ id }) => id === tool.simulation?.result);
  if (!tool.simulation || !result) return undefined;
  const simulated = simulate(tool, read, tool.simulation);
  const [tenth, half, nine] = [0.1, 0.5, 0.9].map((share) => valueText(quantile(simulated, share), result.format));
  if (!tenth) return undefined;
  return `Drawn ${simulated.outcomes.length} times when this workbook was written: “${result.label}” stays below ${tenth} in one of ten, below ${half} in half, below ${nine} in nine of ten. These are values and do not follow what you change here.`;
}

function aboutSheet(tool: Tool, read: ReadEntries, { address, answerAddress }: WorkbookOptions): Sheet {
  const line = (label: string, value: string): SheetRow => [bold(label), text(value)];
  const range = rangeText(tool, read);
  return {
    name: 'About',
    rows: [
      line(tool.title, tool.question),
      line('What it does', tool.verdict),
      line(
        'How to go on',
        'Write over the coloured cells. Everything else is a formula that follows. A row counts as soon as all that it needs is filled in; the rows below have their formulas already. Columns that are only steps on the way are hidden: show them to follow a sum.',
      ),
      ...(range ? [line('How far it may be off', range)] : []),
      ...(address ? [line('The same on the web', address)] : []),
      ...tool.limits.map((limit, index) => line(index === 0 ? 'What it does not weigh' : '', limit)),
      ...tool.tables.flatMap(({ label, basis, sources }) =>
        [...(basis ? [basis] : []), ...sources].map((each, index) =>
          line(index === 0 ? `Where “${label}” comes from` : '', basisText(each)),
        ),
      ),
      ...tool.answers.map((id, index) => line(index === 0 ? 'The answers it rests on' : '', answerAddress?.(id) ?? id)),
    ],
    widths: [30, 110],
    values: new Map(),
    rules: [],
  };
}

/** What a formula came to, as the file keeps it beside the formula for programs that do not calculate. */
function valueMarkup(value: Value): { type: string; markup: string } {
  if (typeof value === 'number') return { type: '', markup: `<v>${value}</v>` };
  if (typeof value === 'boolean') return { type: ' t="b"', markup: `<v>${value ? 1 : 0}</v>` };
  return { type: ' t="str"', markup: `<v>${escaped(value ?? '')}</v>` };
}

/** A sheet with the value of each formula beside it. */
function withFormulaValues(sheet: string, values: ReadonlyMap<string, Value>): string {
  const [before, ...cells] = sheet.split('<c r="');
  const valued = cells.map((cell) => {
    const open = cell.indexOf('>');
    if (!cell.startsWith('<f>', open + 1)) return cell;
    const { type, markup } = valueMarkup(values.get(cell.slice(0, cell.indexOf('"'))));
    return `${cell.slice(0, open)}${type}${cell.slice(open).replace('</f>', () => `</f>${markup}`)}`;
  });
  return [before, ...valued].join('<c r="');
}

/** About how many lines a text takes in a column so many signs wide. */
const linesOf = (value: string, width: number): number =>
  value.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / width)), 0);

/** Points of a line of text. */
const LINE = 15;

/** Rows as high as their texts: not every spreadsheet finds that out when it opens a file. */
const withHeights = ({ rows, widths, hidden = [] }: Sheet): SheetRow[] =>
  rows.map((row) => {
    const lines = row.map((cell, index) => {
      const value = cell && typeof cell === 'object' && 'wrap' in cell && 'value' in cell ? cell.value : undefined;
      // A bold letter is wider, and a cell has a margin.
      return typeof value === 'string' && !hidden.includes(index)
        ? linesOf(value, Math.max(4, (widths[index] ?? 10) - 2))
        : 1;
    });
    const most = Math.max(...lines);
    const first = row.findIndex((cell) => cell !== null);
    return row.map((cell, index) =>
      index === first && most > 1 && cell && typeof cell === 'object' ? { ...cell, height: most * LINE } : cell,
    ) as SheetRow;
  });

/** All columns on one page, however many pages the rows take. */
const forPrinting = (sheet: string): string =>
  sheet
    .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');

const withHiddenColumns = (sheet: string, hidden: readonly number[]): string =>
  sheet.replaceAll(/<col min="(\d+)"/g, (col, number: string) =>
    hidden.includes(Number(number) - 1) ? col.replace('<col ', '<col hidden="1" ') : col,
  );

/** What the library that writes workbooks leaves to others: values beside formulas, and what a cell allows. */
const further = (sheets: readonly Sheet[], withoutValues: boolean): Feature<Blob> => ({
  files: {
    transform: {
      'xl/workbook.xml': {
        transform: (content) => {
          const titles = sheets.map(
            ({ name }, index) =>
              `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escaped(name)}'!$1:$1</definedName>`,
          );
          return (
            content
              // The first row again on each page that is printed.
              .replace('<definedNames/>', () => `<definedNames>${titles.join('')}</definedNames>`)
              // Spreadsheets that calculate do so when they open it, whatever stands beside the formulas.
              .replace('<calcPr/>', '<calcPr fullCalcOnLoad="1"/>')
          );
        },
      },
      'xl/worksheets/sheet{id}.xml': {
        transform: (content, _options, { sheetIndex }) => {
          const { values, rules, hidden = [] } = sheets[sheetIndex] as Sheet;
          const laidOut = forPrinting(withHiddenColumns(content, hidden));
          const valued = withoutValues ? laidOut : withFormulaValues(laidOut, values);
          if (rules.length === 0) return valued;
          const markup = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
          return /<(?:pageMargins|pageSetup|drawing)\b/.test(valued)
            ? valued.replace(/(?=<(?:pageMargins|pageSetup|drawing)\b)/, () => markup)
            : valued.replace('</worksheet>', () => `${markup}</worksheet>`);
        },
      },
    },
  },
});

/**
 * The workbook of a tool: what was typed, and the same formulas as on the page, which go on working in a spreadsheet. Rows
 * of a table that others wait for stand above those.
 */
export async function writeToolWorkbook(tool: Tool, entries: Entries, options: WorkbookOptions = {}): Promise<Blob> {
  const read = readEntries(tool, entries);
  const worked = workOut(tool, read);
  const counts = Object.fromEntries(Object.entries(worked.tables).map(([id, rows]) => [id, rows.length]));
  const layout = new Layout(tool, counts);
  const sheets = [
    resultSheet(tool, worked, layout),
    inputSheet(tool, worked),
    ...layout.sheets.map((sheet) => tableSheet(sheet, entries, worked, layout)),
    aboutSheet(tool, read, options),
  ];
  return writeSheets(
    sheets.map((sheet) => {
      const { name, widths, frozenColumns = 0 } = sheet;
      return {
        data: withHeights(sheet),
        sheet: name,
        columns: widths.map((width) => ({ width })),
        stickyRowsCount: 1,
        ...(frozenColumns > 0 && { stickyColumnsCount: frozenColumns }),
        orientation: 'landscape' as const,
      };
    }),
    { fontFamily: 'Calibri', fontSize: 11, features: [further(sheets, options.withoutValues === true)] },
  ).toBlob();
}
