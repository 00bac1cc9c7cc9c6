/** A tool as content describes it: what it asks, what it works out, and what that rests on. */
export interface Tool {
  /** The name of its file, and the last part of its address. */
  id: string;
  title: string;
  /** What somebody asks who needs it. */
  question: string;
  /** What it is for, in a sentence or two that stand alone. */
  verdict: string;
  /** The hub whose colour it has. */
  hub: string;
  /** Other words that people search for. */
  aliases: readonly string[];
  inputs: readonly Input[];
  tables: readonly Table[];
  results: readonly Result[];
  /** The result that the page puts first and that inputs are tried against. */
  headline: string;
  /** A result in words that stands above the headline, such as a verdict. */
  lead?: string | undefined;
  /** What goes on one page for those who decide. */
  brief?: Brief | undefined;
  charts: readonly Chart[];
  simulation?: Simulation | undefined;
  /** What it does not weigh. */
  limits: readonly string[];
  /** Ids of the answers that it rests on. */
  answers: readonly string[];
  example: Example;
}

/** Where a default comes from: a source with its date, or nobody but us, with the reason. */
export interface Basis {
  /** In a sentence. */
  text: string;
  /** Address of the source. */
  url?: string | undefined;
  /** Title of the source. */
  source?: string | undefined;
  /** When the source was last checked, as 2026-11-27. */
  checked?: string | undefined;
}

/** A number or a choice that is asked once. */
export type Input = NumberInput | ChoiceInput;

interface InputParts {
  id: string;
  label: string;
  hint?: string | undefined;
  basis: Basis;
}

/** A number with its bounds, which belong to it. */
export interface NumberInput extends InputParts {
  kind: 'number';
  unit: string;
  min: number;
  max: number;
  /** Whether it counts things, so that it has no decimals. */
  isWhole: boolean;
  default: number;
  /** Whether a fifth more or less of it says anything; of an hour of the clock it does not. */
  isTried: boolean;
}

/** One of a few words. */
export interface ChoiceInput extends InputParts {
  kind: 'choice';
  options: readonly string[];
  default: string;
}

/** Rows that somebody fills in, and what is worked out in each. */
export interface Table {
  id: string;
  label: string;
  /** What a row is, in the singular and the plural. */
  row: { one: string; many: string };
  hint?: string | undefined;
  columns: readonly Column[];
  /** Whether the rows are those of the start: nobody adds one, takes one out or moves one. */
  isFixed: boolean;
  /** Rows that stand there before anybody has filled in anything. */
  start: readonly Row[];
  basis?: Basis | undefined;
  /** What single rows of the start or the example rest on. */
  sources: readonly Basis[];
}

/** What somebody typed, or content says, in the cells of a row, by the id of the column. */
export type Row = Readonly<Record<string, string>>;

/** A column that is filled in, or worked out. */
export type Column = EnteredColumn | WorkedColumn;

interface ColumnParts {
  id: string;
  label: string;
  unit?: string | undefined;
}

/**
 * A column that is filled in. `after` holds the numbers of the rows that must be done before; `workbook` is asked for in
 * the workbook only, where a programme writes it while it works.
 */
export interface EnteredColumn extends ColumnParts {
  kind: 'text' | 'number' | 'choice' | 'after' | 'workbook';
  /** Whether a row without it is left out of the sums. */
  isRequired: boolean;
  /** Whether content says what stands in it, in a table with fixed rows; nobody fills it in. */
  isGiven: boolean;
  min: number;
  max: number;
  isWhole: boolean;
  options: readonly string[];
  /** What a new row has. */
  default: string;
  /** Whether a fifth more or less of it says anything; of a number that only orders rows it does not. */
  isTried: boolean;
}

/** A column that is worked out from the others. */
export interface WorkedColumn extends ColumnParts {
  kind: 'worked';
  formula: string;
  format: Format;
  /** Whether the page leaves it out, as a step on the way to another. */
  isHidden: boolean;
}

/**
 * How a value is shown; `clock` is hours since Friday at midnight, and `time` hours since the midnight before some evening,
 * whichever day it is.
 */
export type Format = 'number' | 'whole' | 'hours' | 'clock' | 'time' | 'percent' | 'yes-no';

/** One outcome. */
export interface Result {
  id: string;
  label: string;
  unit?: string | undefined;
  formula: string;
  format: Format;
  /** Shown where there is no value. */
  none?: string | undefined;
  /** Sentences for a value that a formula holds true for, the first that holds. */
  says: readonly { when: string; text: string }[];
  /** Whether it is a step on the way that the page lists last. */
  isStep: boolean;
}

/** What goes on one page for those who decide: lists of rows that a column picks out. */
export interface Brief {
  title: string;
  /** What the lists are called when they hold nothing. */
  lists: readonly BriefList[];
}

/** Rows of a table whose column has a certain value, each by its name and some details. */
export interface BriefList {
  title: string;
  table: string;
  column: string;
  equals: string;
  name: string;
  /** Columns whose values stand beside the name. */
  details: readonly string[];
  /** What is said where there is no such row. */
  none: string;
}

/** A picture of the outcome. */
export type Chart =
  /** A bar for each row from its start to its end, with moments marked. */
  | {
      kind: 'schedule';
      title: string;
      table: string;
      name: string;
      start: string;
      end: string;
      marked?: string | undefined;
      /** How a sentence about the marked bars begins: `The end is decided by`. */
      marking?: string | undefined;
      moments: readonly { result: string; label: string }[];
    }
  /** A column for each row, side by side, with a result as a line across and others as moments. */
  | {
      kind: 'profile';
      title: string;
      table: string;
      at: string;
      value: string;
      line: { result: string; label: string };
      moments: readonly { result: string; label: string }[];
    }
  /** Results over an input that runs through its values. */
  | {
      kind: 'sweep';
      title: string;
      input: string;
      from: number;
      to: number;
      lines: readonly { result: string; label: string }[];
    }
  /** A bar for each row. */
  | { kind: 'bars'; title: string; table: string; name: string; value: string };

/** What is drawn by lot to see how far a result may be off. */
export interface Simulation {
  result: string;
  runs: number;
  seed: number;
  draws: readonly Draw[];
}

/** A column whose value is drawn between two others, or one that says how many times in a hundred something happens. */
export type Draw =
  | { kind: 'between'; table: string; column: string; low: string; high: string }
  | { kind: 'chance'; table: string; column: string };

/** Entries that show a tool at work. */
export interface Example {
  /** What the example is about, in a sentence. */
  text: string;
  inputs: Row;
  tables: Readonly<Record<string, readonly Row[]>>;
}

/** All that somebody has typed into a tool, as it was typed. */
export interface Entries {
  inputs: Row;
  tables: Readonly<Record<string, readonly Row[]>>;
}

/** The columns of a table that somebody fills in on the page. */
export const enteredColumns = (table: Table): EnteredColumn[] =>
  table.columns.filter((column) => column.kind !== 'worked' && column.kind !== 'workbook') as EnteredColumn[];

/** A row in which nothing was typed yet. */
export const newRow = (table: Table): Row =>
  Object.fromEntries(
    table.columns.flatMap((column) =>
      column.kind !== 'worked' && column.default !== '' ? [[column.id, column.default]] : [],
    ),
  );

/** Rows as somebody has them who typed only what they say. */
export const filledRows = (table: Table, rows: readonly Row[]): Row[] =>
  rows.map((row) => ({ ...newRow(table), ...row }));

/**
 * The rows of a table as they count, whatever somebody typed, kept or linked: where its rows are fixed, those of the start,
 * with what was typed in the cells that are open.
 */
export function rowsIn(table: Table, typed: readonly Row[]): readonly Row[] {
  if (!table.isFixed) return typed;
  const given = table.columns.filter((column) => column.kind !== 'worked' && column.isGiven).map(({ id }) => id);
  return filledRows(table, table.start).map((row, index) => {
    const open = Object.entries(typed[index] ?? {}).filter(([id]) => !given.includes(id));
    return { ...row, ...Object.fromEntries(open) };
  });
}

/** The entries of somebody who has not typed anything. */
export const startEntries = ({ inputs, tables }: Tool): Entries => ({
  inputs: Object.fromEntries(inputs.map((input) => [input.id, String(input.default)])),
  tables: Object.fromEntries(tables.map((table) => [table.id, filledRows(table, table.start)])),
});

/** The entries of the worked example. */
export function exampleEntries(tool: Tool): Entries {
  const { inputs, tables } = startEntries(tool);
  const examples = tool.tables.flatMap((table) => {
    const rows = tool.example.tables[table.id];
    return rows ? [[table.id, table.isFixed ? rowsIn(table, rows) : filledRows(table, rows)] as const] : [];
  });
  return { inputs: { ...inputs, ...tool.example.inputs }, tables: { ...tables, ...Object.fromEntries(examples) } };
}
