import type { ColumnMeaning } from './columns.ts';
import type { HeaderMatch } from './match-headers.ts';
import { type Corrections, normaliseWord } from './vocabulary.ts';

/** What headers were taken for, and what a person said of them since. */
export function correctedColumns(matches: readonly HeaderMatch[], { headers }: Corrections): ColumnMeaning[] {
  const said = matches.map(({ header }) => {
    const word = normaliseWord(header);
    return Object.hasOwn(headers, word) ? headers[word] : undefined;
  });
  const taken = new Set<ColumnMeaning | undefined>(said.filter((column) => column !== undefined && column !== 'extra'));
  return matches.map(({ column }, index) => said[index] ?? (taken.has(column) ? 'extra' : column));
}
