import { expect, test } from 'vitest';
import { withoutTables } from '#build/search-index/pagefind-index.ts';

test('rows of a table are indexed as sentences', () => {
  const table =
    '<p>Before.</p><table><thead><tr><th>Fruit</th><th scope="col">Season</th><th>Price</th></tr></thead>' +
    '<tbody><tr><th scope="row">Pear</th><td>autumn</td><td><strong>2</strong></td></tr><tr><td>Plum</td><td>summer</td><td>3</td></tr></tbody></table><p>After.</p>';
  expect(withoutTables(table)).toBe(
    '<p>Before.</p><p>Pear: Season: autumn; Price: <strong>2</strong>.</p><p>Plum: Season: summer; Price: 3.</p><p>After.</p>',
  );
});

test('a table without names for its columns stays as it is', () => {
  const table = '<table><tr><td>one</td><td>two</td></tr></table>';
  expect(withoutTables(table)).toBe(table);
});
