import { expect, test } from 'vitest';
import { judgedColumns } from '#components/mdx/judged-columns.ts';

const mark = '<small class="label label--judgement">our judgement</small>';

test('the mark leaves the heading, and the heading is named', () => {
  const table = `<thead><tr><th scope="col">Role</th><th scope="col">How <em>much</em> ${mark}</th></tr></thead>`;
  expect(judgedColumns(table)).toEqual({
    rows: '<thead><tr><th scope="col">Role</th><th scope="col">How <em>much</em></th></tr></thead>',
    columns: ['How much'],
  });
});

test('a mark in a cell stays, and a table without marks is left as it is', () => {
  const table = `<tbody><tr><td>weekly ${mark}</td></tr></tbody>`;
  expect(judgedColumns(table)).toEqual({ rows: table, columns: [] });
});
