import { columns, isField } from './columns.ts';
import { isRecord, textsOf } from './kept-data.ts';
import { type Corrections, noCorrections } from './vocabulary.ts';

const KEY = 'inventory-corrections';

type CorrectionsStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const meanings: readonly string[] = [...columns, 'extra'];

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

export function saveCorrections(storage: () => CorrectionsStorage, corrections: Corrections): void {
  try {
    if (corrections === noCorrections) storage().removeItem(KEY);
    else storage().setItem(KEY, JSON.stringify(corrections));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
