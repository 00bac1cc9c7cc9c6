import { amountOf, columnAt, type TableText } from './table-text.ts';

/** One line on an account. */
export interface AccountLine {
  name: string;
  /** The amount as the author wrote it. */
  text: string;
}

/** A T-account, or what one company books, with both sides in the order of the table. */
export interface Account {
  name: string;
  debit: AccountLine[];
  credit: AccountLine[];
  /** Debit less credit. */
  balance: number;
}

/**
 * The rows of a table with the columns "Debit" and "Credit", by account.
 *
 * @param by heading of the column that says whose side a row stands on, such as "Account" or "Company"
 * @param line heading of the column that names a row
 * @throws {PictureFault} when a column does not exist or a cell is no amount
 */
export function accountsOf(table: TableText, by: string, line: string): Account[] {
  const [byAt, lineAt] = [columnAt(table, by), columnAt(table, line)];
  const [debitAt, creditAt] = [columnAt(table, 'Debit'), columnAt(table, 'Credit')];
  const accounts = new Map<string, Account>();
  for (const { cells } of table.rows) {
    const name = cells[byAt] ?? '';
    if (name === '') continue;
    const account = accounts.get(name) ?? { name, debit: [], credit: [], balance: 0 };
    const side = (at: number): AccountLine[] => (cells[at] ? [{ name: cells[lineAt] ?? '', text: cells[at] }] : []);
    account.debit.push(...side(debitAt));
    account.credit.push(...side(creditAt));
    account.balance += (amountOf(cells[debitAt] ?? '')?.most ?? 0) - (amountOf(cells[creditAt] ?? '')?.most ?? 0);
    accounts.set(name, account);
  }
  return [...accounts.values()];
}
