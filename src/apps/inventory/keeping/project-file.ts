import { emptyInventory, type Inventory } from '#apps/inventory/machine/inventory.ts';
import { MAX_COLUMNS, MAX_ROWS } from '#apps/inventory/reading/table.ts';
import { inventoryIn, isRecord } from './kept-data.ts';

/** What a project file is known by, whatever its name says. */
export const PROJECT_FORMAT = 'fno-interface-inventory';

/** The version that this build writes; it reads this and all before. */
const VERSION = 1;

/** Faults that are named one by one; of more it is enough to know how many there are. */
const NAMED = 8;

/** What a project file holds, or why it cannot be opened: where, what was found, and what is allowed. */
export type ReadProject = { inventory: Inventory } | { faults: readonly string[] };

/**
 * An inventory as a file that others can open and go on with: everything the page keeps, and nothing that follows from
 * it. Its format is written down in `docs/inventory.md`.
 *
 * @param rulesVersion of the rule book at the time, for the reader's information
 */
export function writeProject(inventory: Inventory, rulesVersion: string): string {
  const { title, origin, extraHeaders, layout, leftOut, shared, rows } = inventory;
  return `${JSON.stringify(
    {
      format: PROJECT_FORMAT,
      version: VERSION,
      rules_version: rulesVersion,
      title,
      ...(origin && { origin }),
      extra_headers: extraHeaders,
      ...(layout && { layout }),
      ...(leftOut && { left_out: leftOut }),
      shared: { count_systems: shared.countSystems, answers: shared.answers },
      rows,
    },
    null,
    1,
  )}\n`;
}

/** What a value is, in a word for a sentence. */
const kindOf = (value: unknown): string => {
  if (value === undefined) return 'is missing';
  if (value === null) return 'is null';
  return `is ${Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `the ${typeof value} ${JSON.stringify(value).slice(0, 40)}`}`;
};

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTextList: Check = (value) => Array.isArray(value) && value.every(isText);
const isTextRecord: Check = (value) => isRecord(value) && Object.values(value).every(isText);

const fault = (where: string, value: unknown, allowed: string): string =>
  `${where} ${kindOf(value)}; allowed: ${allowed}.`;

function rowFaults(row: unknown, index: number): string[] {
  const where = `rows[${index}]`;
  if (!isRecord(row)) return [fault(where, row, 'an object with key, cells and extras')];
  return [
    ...(Number.isSafeInteger(row.key) && Number(row.key) > 0
      ? []
      : [fault(`${where}.key`, row.key, 'a whole number above 0')]),
    ...(isTextRecord(row.cells) ? [] : [fault(`${where}.cells`, row.cells, 'an object of texts')]),
    ...(isTextList(row.extras) ? [] : [fault(`${where}.extras`, row.extras, 'a list of texts')]),
  ];
}

function bodyFaults({ title, extra_headers: headers, rows, shared }: Record<string, unknown>): string[] {
  const faults = [
    ...(isText(title) ? [] : [fault('title', title, 'a text')]),
    ...(isTextList(headers) ? [] : [fault('extra_headers', headers, 'a list of texts')]),
    ...(shared === undefined || isRecord(shared) ? [] : [fault('shared', shared, 'an object')]),
  ];
  if (Array.isArray(headers) && headers.length > MAX_COLUMNS) {
    faults.push(`extra_headers has ${headers.length} columns; allowed: at most ${MAX_COLUMNS}.`);
  }
  if (!Array.isArray(rows)) return [...faults, fault('rows', rows, 'a list of rows')];
  if (rows.length > MAX_ROWS) {
    return [
      ...faults,
      `rows has ${rows.length.toLocaleString('en-GB')} rows; allowed: at most ${MAX_ROWS.toLocaleString('en-GB')}.`,
    ];
  }
  const keys = new Set(rows.map((row) => (isRecord(row) ? row.key : undefined)));
  if (keys.size < rows.length)
    faults.push('rows has the same key more than once; allowed: a key of its own for each row.');
  return [...faults, ...rows.flatMap(rowFaults)];
}

const shorten = (faults: readonly string[]): string[] =>
  faults.length > NAMED
    ? [...faults.slice(0, NAMED), `There are ${(faults.length - NAMED).toLocaleString('en-GB')} more like these.`]
    : [...faults];

function parse(text: string): { value: unknown } | { faults: string[] } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { faults: [`The file is no JSON: ${(error as Error).message}`] };
  }
}

/** Whether a text may be a project file, by how it begins. */
export const looksLikeProject = (text: string): boolean => text.slice(0, 2_000).includes(`"${PROJECT_FORMAT}"`);

/** Reads a project file; nothing of one with a fault is opened. */
export function readProject(text: string): ReadProject {
  const parsed = parse(text);
  if ('faults' in parsed) return parsed;
  const { value } = parsed;
  if (!isRecord(value) || value.format !== PROJECT_FORMAT) {
    const found = isRecord(value) ? value.format : value;
    return { faults: [`This is no project file of the inventory: ${fault('format', found, `"${PROJECT_FORMAT}"`)}`] };
  }
  const { version } = value;
  if (!Number.isSafeInteger(version) || Number(version) < 1)
    return { faults: [fault('version', version, `1 to ${VERSION}`)] };
  if (Number(version) > VERSION) {
    return {
      faults: [
        `The file was written by a later version of this page (version ${version}; this one reads up to ${VERSION}). Reload the page to get the later version.`,
      ],
    };
  }
  const faults = bodyFaults(value);
  if (faults.length > 0) return { faults: shorten(faults) };
  const shared = isRecord(value.shared) ? value.shared : {};
  const head = {
    title: value.title,
    origin: value.origin,
    extraHeaders: value.extra_headers,
    layout: value.layout,
    leftOut: value.left_out,
    shared: { countSystems: shared.count_systems ?? emptyInventory.shared.countSystems, answers: shared.answers },
  };
  const { inventory, leftOut } = inventoryIn(head, value.rows as unknown[]);
  if (leftOut.rows + leftOut.cells > 0) {
    return {
      faults: [
        `${leftOut.cells} cells stand in columns that this version does not know; allowed: the columns of the template.`,
      ],
    };
  }
  return { inventory };
}
