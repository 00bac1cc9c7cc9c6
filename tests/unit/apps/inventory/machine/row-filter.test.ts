import { expect, test } from 'vitest';
import type { Outcome } from '#apps/inventory/deciding/decide.ts';
import type { InventoryRow } from '#apps/inventory/machine/inventory.ts';
import { isMeant, type RowFilter } from '#apps/inventory/machine/row-filter.ts';
import type { Profile } from '#core/advisor/profile.ts';

type Cells = InventoryRow['cells'];

const plain: Outcome = {
  primary: 'odata',
  middleware: 'optional',
  variants: [],
  parts: [],
  certainty: 'certain',
  margin: 'clear',
  reasons: [],
  against: [],
  hub: [],
  alternatives: [],
  excluded: [],
  conflicts: [],
  contradictions: [],
  loads: [],
};

const load = (rule: string, status: 'near' | 'over') => ({ rule, status, arithmetic: '' });
const open = { certainty: 'provisional' } as const;
const nobody = { by: 'hub-without-owner' } as const;
const blank = { by: 'blank', field: 'ownership' } as const;

/** A row by what it says, what came out of it, and what is said once for all. */
interface Case {
  cells?: Cells;
  outcome?: Partial<Outcome>;
  shared?: Profile;
}

test.each<[story: string, filter: RowFilter, meant: Case, not: Case]>([
  ['its pattern', { by: 'pattern', pattern: 'odata' }, {}, { outcome: { primary: 'dmf' } }],
  [
    'its pattern, where there is one',
    { by: 'pattern', pattern: 'odata' },
    { outcome: open },
    { outcome: { primary: undefined, certainty: 'undecided' } },
  ],
  [
    'its verdict on middleware',
    { by: 'middleware', verdict: 'advised' },
    { outcome: { middleware: 'advised' } },
    { outcome: { middleware: 'required' } },
  ],
  [
    'the rule that requires a hub',
    { by: 'hub-rule', rule: 'a' },
    { outcome: { middleware: 'required', hub: ['b', 'a'] } },
    { outcome: { middleware: 'required', hub: ['b'] } },
  ],
  [
    'the rule that requires a hub, and not one that only advises it',
    { by: 'hub-rule', rule: 'a' },
    { outcome: { middleware: 'required', hub: ['a'] } },
    { outcome: { middleware: 'advised', hub: ['a'] } },
  ],
  ['a conflict', { by: 'conflict', rule: 'a' }, { outcome: { conflicts: ['a'] } }, { outcome: { conflicts: ['b'] } }],
  [
    'a contradiction',
    { by: 'contradiction', rule: 'a' },
    { outcome: { contradictions: ['a'] } },
    { outcome: { conflicts: ['a'] } },
  ],
  [
    'a figure that it goes beyond',
    { by: 'load', rule: 'a' },
    { outcome: { loads: [load('b', 'near'), load('a', 'over')] } },
    { outcome: { loads: [load('a', 'near'), load('b', 'over')] } },
  ],
  [
    'a cell that cannot be read',
    { by: 'unread' },
    { cells: { latency: 'soonish' } },
    { cells: { latency: 'nightly' } },
  ],
  ['no pattern', { by: 'no-pattern' }, { outcome: { primary: undefined, certainty: 'undecided' } }, { outcome: open }],
  ['an open answer that matters', { by: 'uncertain' }, { outcome: open }, {}],
  ['no recommendation', { by: 'uncertain' }, { outcome: { primary: undefined, certainty: 'undecided' } }, {}],
  ['a close call', { by: 'close' }, { outcome: { margin: 'close' } }, { outcome: { margin: 'clear' } }],
  [
    'a close call, which only what is certain can be',
    { by: 'close' },
    { outcome: { margin: 'close' } },
    { outcome: { ...open, margin: 'close' } },
  ],
  ['a blank', blank, { outcome: open }, { cells: { ownership: 'none' }, outcome: open }],
  ['a blank, where it matters', blank, { cells: { name: 'A' }, outcome: open }, { cells: { name: 'A' } }],
  [
    'a blank that nothing said once for all fills',
    blank,
    { outcome: open, shared: { deployment: 'cloud' } },
    { outcome: open, shared: { ownership: 'none' } },
  ],
  [
    'a required hub that nobody runs',
    nobody,
    { cells: { ownership: 'none' }, outcome: { middleware: 'required' } },
    { cells: { ownership: 'low-code' }, outcome: { middleware: 'required' } },
  ],
  [
    'a hub that nobody runs, only where it is required',
    nobody,
    { cells: { ownership: 'none' }, outcome: { middleware: 'required' } },
    { cells: { ownership: 'none' }, outcome: { middleware: 'advised' } },
  ],
  [
    'a hub that nobody runs, said once for all',
    nobody,
    { outcome: { middleware: 'required' }, shared: { ownership: 'none' } },
    { outcome: { middleware: 'required' }, shared: { deployment: 'cloud' } },
  ],
  [
    'a hub that nobody runs, where the row itself says otherwise',
    nobody,
    { cells: { ownership: 'none' }, outcome: { middleware: 'required' }, shared: { ownership: 'low-code' } },
    { cells: { ownership: 'low-code' }, outcome: { middleware: 'required' }, shared: { ownership: 'none' } },
  ],
  [
    'its system, however it is spelt',
    { by: 'system', system: 'SAP  One' },
    { cells: { system: ' sap one' } },
    { cells: { system: 'SAP' } },
  ],
  ['its system, where it names one', { by: 'system', system: 'SAP' }, { cells: { system: 'SAP' } }, {}],
  ['its name', { by: 'name', name: 'Orders' }, { cells: { name: 'orders' } }, { cells: { system: 'Orders' } }],
])('a row is found by %s', (_story, filter, meant, not) => {
  const isFound = ({ cells = {}, outcome = {}, shared = {} }: Case) =>
    isMeant(filter, { key: 1, cells, extras: [] }, { ...plain, ...outcome }, shared);
  expect(isFound(meant)).toBe(true);
  expect(isFound(not)).toBe(false);
});

test('a row that is not decided yet is found by no filter', () => {
  expect(isMeant({ by: 'unread' }, { key: 1, cells: { latency: 'soonish' }, extras: [] }, undefined, {})).toBe(false);
});
