import { columns, endColumns, isField } from '#apps/inventory/reading/columns.ts';
import { type Corrections, noCorrections } from '#apps/inventory/reading/vocabulary.ts';
import { setAside, setAsideKey } from '#apps/storage/set-aside.ts';
import { isRecord, textsOf } from './kept-data.ts';

const KEY = 'inventory-corrections';

type CorrectionsStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const meanings: readonly string[] = [...columns, ...endColumns, 'extra'];

/** What can be used of what was kept; something else may have written there. */
function correctionsIn(kept: unknown): Corrections {
  if (!isRecord(kept)) return noCorrections;
  const headers = Object.entries(textsOf(kept.headers)).filter(([, column]) => meanings.includes(column));
  const byField = isRecord(kept.values) ? kept.values : {};
  const values = columns.filter(isField).flatMap((field) => {
    const words = Object.hasOwn(byField, field) ? textsOf(byField[field]) : {};
    return Object.keys(words).length > 0 ? [[field, words]] : [];
  });
  return { headers: Object.fromEntries(headers), values: Object.fromEntries(values) } as Corrections;
}

/** What was corrected in earlier spreadsheets; nothing where the browser keeps nothing. */
export function readCorrections(storage: () => CorrectionsStorage): Corrections {
  try {
    return correctionsIn(JSON.parse(storage().getItem(KEY) ?? '{}'));
  } catch {
    return noCorrections;
  }
}

/** The record that is kept, whoever wrote it; what is no record is set aside before another takes its place. */
function keptRecord(storage: CorrectionsStorage): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
    if (isRecord(kept)) return kept;
  } catch {
    // It is no JSON, and so no record.
  }
  setAside(storage, KEY);
  return {};
}

const recordIn = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/**
 * Adds corrections to those that are kept. Another tab, or a later version, may have kept others since they were read:
 * those stay.
 *
 * @returns whether the browser kept them
 */
export function saveCorrections(storage: () => CorrectionsStorage, { headers, values }: Corrections): boolean {
  try {
    const kept = keptRecord(storage());
    const words = recordIn(kept.values);
    const merged = Object.entries(values).map(([field, own]) => [field, { ...recordIn(words[field]), ...own }]);
    const all = {
      ...kept,
      headers: { ...recordIn(kept.headers), ...headers },
      values: { ...words, ...Object.fromEntries(merged) },
    };
    storage().setItem(KEY, JSON.stringify(all));
    return true;
  } catch {
    // A browser that keeps nothing asks again next time.
    return false;
  }
}

/** @returns whether they are gone; `false` where the browser does not let the page reach them */
export function forgetCorrections(storage: () => CorrectionsStorage): boolean {
  try {
    storage().removeItem(KEY);
    storage().removeItem(setAsideKey(KEY));
    return true;
  } catch {
    return false;
  }
}
