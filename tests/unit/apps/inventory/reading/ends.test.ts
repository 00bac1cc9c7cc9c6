import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ends, endKey, endsIn, endsOf, isOwnName } from '#apps/inventory/reading/ends.ts';
import { lexicon } from '#tests/support/lexicon.ts';

const own = { lexicon };

test.each<[string, boolean]>([
  ['F&O', true],
  ['D365FO', true],
  ['Dynamics 365 Finance', true],
  ['ERP', true],
  ['SAP ERP', false],
  ['Shop for F&O', false],
  ['', false],
])('whether “%s” is F&O: %s', (name, isOwn) => {
  expect(isOwnName(name, own)).toBe(isOwn);
});

test('what a person says F&O is called counts, and nothing else does', () => {
  const named = { lexicon, name: endKey('Ledger') };
  expect(isOwnName('LEDGER', named)).toBe(true);
  expect(isOwnName('ERP', named)).toBe(false);
});

test.each<[string, string, Ends]>([
  ['Shop', 'F&O', { system: 'Shop', direction: 'inbound' }],
  ['F&O', 'Shop', { system: 'Shop', direction: 'outbound' }],
  ['F&O', '', { direction: 'outbound' }],
  ['Shop', 'Bank', {}],
  ['F&O', 'ERP', {}],
  ['', '', {}],
])('from “%s” to “%s”', (source, target, ends) => {
  expect(endsOf(source, target, own)).toEqual(ends);
});

describe('a text about the way of data', () => {
  test.each<[string, Ends | undefined]>([
    ['POS → ERP', { system: 'POS', direction: 'inbound' }],
    ['ERP --> POS', { system: 'POS', direction: 'outbound' }],
    ['ERP <- POS', { system: 'POS', direction: 'inbound' }],
    ['ERP ⇄ POS', { system: 'POS', direction: 'bidirectional' }],
    ['↔', { direction: 'bidirectional' }],
    ['<->', { direction: 'bidirectional' }],
    ['→', undefined],
    ['<-', undefined],
    ['POS →', undefined],
    ['A → B → F&O', undefined],
    ['A → B', {}],
    ['from POS to F&O', { system: 'POS', direction: 'inbound' }],
    ['von SAP nach D365', { system: 'SAP', direction: 'inbound' }],
    ['de D365 vers SAP', { system: 'SAP', direction: 'outbound' }],
    ['Outbound from the CRM', { system: 'CRM', direction: 'inbound' }],
    ['Outbound to the CRM', { system: 'CRM', direction: 'outbound' }],
    ['Inbound to the CRM', { system: 'CRM', direction: 'outbound' }],
    ['Inbound from the CRM', { system: 'CRM', direction: 'inbound' }],
    ['Inbound to F&O', { direction: 'inbound' }],
    ['Outbound from F&O', { direction: 'outbound' }],
    ['inbound', undefined],
    ['twice a day', undefined],
  ])('“%s”', (text, ends) => {
    expect(endsIn(text, own)).toEqual(ends);
  });

  test('never says both ways for an arrow that points one way, whatever stands at its ends', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,12}[A-Za-z]$/);
    fc.assert(
      fc.property(name, name, (left, right) => {
        const forth = endsIn(`${left} → ${right}`, own);
        const back = endsIn(`${right} ← ${left}`, own);
        expect(forth?.direction).not.toBe('bidirectional');
        expect(back).toEqual(forth);
      }),
    );
  });
});
