import { expect, test } from 'vitest';
import { withoutAnchor } from '#content/checking/anchors.ts';
import { strayDates } from '#content/checking/source-notes.ts';
import { twinFigures } from '#content/checking/twin-figures.ts';
import { copyText } from '#content/publishing/copy-text.ts';
import { library } from '#tests/support/rule-book.ts';

test.each([
  ['2024-03-12', 'copy of 12 March 2024'],
  ['2026-11-24', 'copy of 24 November 2026'],
  ['undated', 'undated copy, found 27 November 2026'],
])('a copy dated %s is told by its date, whatever its grade', (dated, text) => {
  expect(copyText({ dated, checked: '2026-11-27' })).toBe(text);
});

test.each([
  ['another month', '2026-03-05', 'This copy of February 2025 has no banner.', ['This copy of February 2025']],
  ['another year', '2021-09-01', 'The copy keeps its 2020 date.', ['The copy keeps its 2020']],
  ['a copy newer than the one read', '2024-06-17', 'The copy of 2 May 2025 differs.', ['copy of 2 May 2025']],
  ['its own month', '2025-11-05', 'Limits are those of the copy of November 2025.', []],
  ['its own year', '2021-09-01', 'The copy keeps its 2021 date but is newer in part.', []],
  ['an older copy', '2024-06-17', 'An earlier copy, of 2 May 2024, promised no effect.', []],
  ['another page', '2026-03-30', 'The set-up page of August 2026 calls it a preview.', []],
  ['no date to compare with', 'undated', 'This copy of May 2024 was found in a mirror.', []],
  ['no note', '2024-06-17', undefined, []],
])('a note that names %s', (_what, dated, note, stray) => {
  expect(strayDates({ dated, note })).toEqual(stray);
});

test('no note of the site gives its own copy another date', () => {
  expect(
    [...library.sources.values()].flatMap(({ id, ...source }) => strayDates(source).map((phrase) => [id, phrase])),
  ).toEqual([]);
});

test('each figure of the site quotes words of its source, by which a newer copy can be checked', () => {
  expect(library.figures.size).toBeGreaterThan(0);
  expect(withoutAnchor(library).map(({ id }) => id)).toEqual([]);
});

test('figures of one source, value and unit are reported as twins, others are not', () => {
  const figure = (id: string, fields: object) => [id, { id, source: 'a', value: 8, unit: 'hours', ...fields }] as const;
  const figures = new Map([
    figure('one', {}),
    figure('two', { unit: 'Hours' }),
    figure('other-source', { source: 'b' }),
    figure('other-value', { value: 9 }),
    figure('other-unit', { unit: 'days' }),
  ]) as unknown as Parameters<typeof twinFigures>[0]['figures'];
  expect(twinFigures({ figures }).map((twins) => twins.map(({ id }) => id))).toEqual([['one', 'two']]);
});

test('the ledger holds each fact once', () => {
  expect(twinFigures(library).map((twins) => twins.map(({ id }) => id))).toEqual([
    // Amounts of storage, licence by licence and kind by kind, some of which are alike.
    ['capacity-log-tenant', 'capacity-file-activity', 'capacity-database-device'],
    ['capacity-log-tenant-premium', 'capacity-file-device'],
    ['capacity-database-base', 'capacity-file-base'],
    ['capacity-database-premium', 'capacity-file-premium'],
    // Two samples of one page that happen to peak alike.
    ['odata-sample-peak-low', 'custom-service-sample-peak'],
  ]);
});
