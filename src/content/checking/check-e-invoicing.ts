import type { Library } from '#content/reading/entries.ts';
import { faultOf, type Ledger } from '#content/reading/ledger.ts';
import type { Problem } from '#content/reading/problem.ts';
import type { EInvoicingCountry } from '#content/schemas/e-invoicing.ts';

const FILE = 'content/compliance/e-invoicing.yaml';

/** A year or a month sorts before its days, and what has no date behind everything. */
const sortable = (from: string): string => (from === 'unknown' ? '9999' : from);

function sourceFaults({ id, duties, product }: EInvoicingCountry, sources: Ledger): Problem[] {
  const named: [field: string, source: string][] = [
    ...duties.map(({ source }, index): [string, string] => [`duties.${index}.source`, source]),
    ...product.sources.map((source, index): [string, string] => [`product.sources.${index}`, source]),
  ];
  return named.flatMap(([field, source]) => {
    const message = faultOf(source, sources);
    return message ? [{ file: FILE, field: `${id}.${field}`, message }] : [];
  });
}

/** Which duty stands before an earlier one. */
function orderFaults({ id, duties }: EInvoicingCountry): Problem[] {
  const index = duties.findIndex(({ from }, at) => at > 0 && sortable(from) < sortable(duties[at - 1]?.from ?? ''));
  return index < 0
    ? []
    : [
        {
          file: FILE,
          field: `${id}.duties.${index}.from`,
          message: 'is earlier than the duty above it; allowed is the order of dates',
        },
      ];
}

/** What no schema sees in the table of e-invoicing: unknown sources, a country twice, rows or duties out of order. */
export function checkEInvoicing({ eInvoicing }: Pick<Library, 'eInvoicing'>, sources: Ledger): Problem[] {
  return eInvoicing.flatMap((row, index) => {
    const before = eInvoicing[index - 1];
    const problems = [...sourceFaults(row, sources), ...orderFaults(row)];
    if (eInvoicing.findIndex(({ id }) => id === row.id) < index) {
      problems.push({ file: FILE, field: `${index}.id`, message: `"${row.id}" stands twice` });
    }
    if (before && before.country.localeCompare(row.country, 'en-GB') > 0) {
      const message = `"${row.country}" stands behind "${before.country}"; allowed is the order of the alphabet`;
      problems.push({ file: FILE, field: `${index}.country`, message });
    }
    return problems;
  });
}
