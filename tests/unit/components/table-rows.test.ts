import { expect, test } from 'vitest';
import { tableRows } from '#components/mdx/table-rows.ts';

test('a table is the words of its cells, without marks, labels and links', () => {
  const html =
    '<div class="scroll-x"><table><thead><tr><td></td><th scope="col">Hours <small class="label">ours</small></th></tr></thead>' +
    '<tbody><tr><td>Load<sup class="cite"><a href="#s">1</a></sup></td><td><span class="fact">13.5</span></td></tr>' +
    '<tr><td><a class="term" href="/glossary/#fno" data-note="term-fno">F&amp;O</a></td><td>2</td></tr>' +
    '<tr><td><strong>Total</strong></td><td><strong>15.5</strong></td></tr></tbody></table></div>';
  expect(tableRows(html)).toEqual({
    head: ['', 'Hours'],
    rows: [
      { cells: ['Load', '13.5'], standsOut: false },
      { cells: ['F&O', '2'], standsOut: false },
      { cells: ['Total', '15.5'], standsOut: true },
    ],
  });
});

test('a cell that is bold in part does not stand out', () => {
  const html = '<table><tr><th>a</th></tr><tr><td><strong>b</strong> and <strong>c</strong></td></tr></table>';
  expect(tableRows(html).rows).toEqual([{ cells: ['b and c'], standsOut: false }]);
});

test('what holds no table is refused', () => {
  expect(() => tableRows('<p>None</p>')).toThrow('holds no table');
});
