import { type Corrections, noCorrections } from './vocabulary.ts';

const KEY = 'inventory-corrections';

type CorrectionsStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was corrected in earlier spreadsheets; nothing where the browser keeps nothing. */
export function readCorrections(storage: () => CorrectionsStorage): Corrections {
  try {
    const kept: unknown = JSON.parse(storage().getItem(KEY) ?? '{}');
    if (!isRecord(kept) || !isRecord(kept.headers) || !isRecord(kept.values)) return noCorrections;
    return { headers: kept.headers, values: kept.values } as unknown as Corrections;
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
