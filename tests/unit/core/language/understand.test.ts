import { describe, expect, test } from 'vitest';
import type { Field } from '#core/advisor/profile.ts';
import { parseDigits } from '#core/language/numbers.ts';
import { faultOfPhrase, phrasesOf } from '#core/language/phrases.ts';
import { tokensOf } from '#core/language/tokens.ts';
import { type Reading, understand } from '#core/language/understand.ts';
import { lexicon } from '#tests/support/lexicon.ts';

const profileOf = (text: string) => understand(text, lexicon).profile;

const readingOf = (text: string, field: Field): Reading | undefined =>
  understand(text, lexicon).readings.find((reading) => reading.field === field);

const wordsOf = (text: string, field: Field): string[] =>
  (readingOf(text, field)?.words ?? []).map(({ start, end }) => text.slice(start, end));

describe('words', () => {
  test.each([
    ['real-time look-ups', ['real', 'time', 'look', 'ups']],
    ['F&O -> 3PL', ['f', '&', 'o', '->', '3', 'pl']],
    ["the customer's l'ERP don't", ['the', 'customer', 'l', 'erp', "don't"]],
    ['Köln, 1.200,50', ['koln', ',', '1.200,50']],
    ['A <-> B', ['a', '<->', 'b']],
  ])('%s', (text, norms) => {
    expect(tokensOf(text).map(({ norm }) => norm)).toEqual(norms);
  });
});

test('an apostrophe is the same, set in type or not: in the text and in the tables', () => {
  for (const text of ["We don't want to copy data", 'We don’t want to copy data']) {
    expect(profileOf(text).copy).toBe('unwanted');
  }
});

test('a second is a time behind what is counted, and otherwise the next one', () => {
  expect(profileOf('Scanners call F&O, 20 calls a second at peak').peak_batch_records).toBe(72_000);
  expect(profileOf('5,000 orders go on to a second system').peak_batch_records).toBeUndefined();
});

test('an earlier version of F&O is another system, which data come from', () => {
  expect(profileOf('Open balances from AX 2012').direction).toBe('inbound');
  expect(profileOf('Open balances from AX').direction).toBe('outbound');
});

describe('digits', () => {
  test.each([
    ['1,200', 1200],
    ['1.200', 1200],
    ['1.200.000', 1_200_000],
    ['1,200.50', 1200.5],
    ['1.200,50', 1200.5],
    ['1,5', 1.5],
    ['0.25', 0.25],
    ["1'200", 1200],
    ['0,500', undefined],
    ['0.500', undefined],
    ['10.0.40', undefined],
  ])('%s', (text, value) => {
    expect(parseDigits(text)).toBe(value);
  });
});

describe('how much', () => {
  test.each([
    ['20,000 orders a day', 'volume_per_day', 20_000],
    ['50k/day', 'volume_per_day', 50_000],
    ['two hundred thousand invoices per night', 'volume_per_day', 200_000],
    ['half a million rows a day', 'volume_per_day', 500_000],
    ['1 200 000 records daily', 'volume_per_day', 1_200_000],
    ['1.2 million lines per year', 'volume_per_day', 3288],
    ['7,000 orders per week', 'volume_per_day', 1000],
    ['between 5,000 and 8,000 orders a day', 'volume_per_day', 8000],
    ['10-50k records per day', 'volume_per_day', 50_000],
    ['5,000 look-ups an hour at peak', 'peak_batch_records', 5000],
    ['20 messages per second', 'peak_batch_records', 72_000],
    ['a file with 4,000 lines', 'peak_batch_records', 4000],
    ['2,000 orders per batch', 'peak_batch_records', 2000],
    ['14 external applications', 'systems', 14],
    ['twelve subscribers', 'subscribers', 12],
  ] as const)('%s', (text, field, value) => {
    expect(profileOf(text)[field]).toBe(value);
  });

  test('says how a yearly volume becomes a daily one, and calls it a guess', () => {
    expect(readingOf('1.2 million lines per year', 'volume_per_day')).toMatchObject({
      certainty: 'guess',
      because: '1,200,000 a year ÷ 365 days = 3,287.67 a day'.replace('3,287.67', '3,288'),
    });
  });

  test.each([
    'a budget of 200,000 dollars a year',
    'phase 2',
    'version 10.0.40 of 2026',
    'orders to a second system',
    '20 mil records a day',
  ])('nothing from: %s', (text) => {
    const { volume_per_day, peak_batch_records } = profileOf(text);
    expect([volume_per_day, peak_batch_records]).toEqual([undefined, undefined]);
  });
});

describe('how soon', () => {
  test.each([
    ['every 5 minutes', 'near-realtime'],
    ['every 15 min', 'near-realtime'],
    ['micro-batch (5 min)', 'near-realtime'],
    ['every 2 hours', 'hourly'],
    ['2x daily', 'hourly'],
    ['three times a day', 'hourly'],
    ['Daily at 6:00, 12:00 and 18:00', 'hourly'],
    ['at 6:00, 12:00 and 18:00', 'hourly'],
    ['daily at 22:00-04:00', 'nightly'],
    ['at 02:30', 'nightly'],
    ['within two seconds', 'realtime'],
    ['within 10 minutes', 'near-realtime'],
    ['within 24 hours', 'nightly'],
    ['D-1', 'nightly'],
    ['*/15 * * * *', 'near-realtime'],
    ['0 * * * *', 'hourly'],
    ['0 2 * * 1-5', 'nightly'],
    ['61 * * * *', undefined],
    ['near real time', 'near-realtime'],
    ['in real time', 'realtime'],
    ['ad hoc', undefined],
  ])('%s', (text, latency) => {
    expect(profileOf(text).latency).toBe(latency);
  });
});

describe('which way', () => {
  test.each([
    ['from Shopify into F&O', 'inbound'],
    ['from F&O to Salesforce', 'outbound'],
    ['POS → ERP', 'inbound'],
    ['ERP → POS', 'outbound'],
    ['D365 -> Bank', 'outbound'],
    ['ServiceNow <-> F&O', 'bidirectional'],
    ['Outbound from Acme CRM', 'inbound'],
    ['Inbound to WMS', 'outbound'],
    ['→', undefined],
    ['sign in to F&O', undefined],
    ['integrates with F&O', undefined],
  ])('%s', (text, direction) => {
    expect(profileOf(text).direction).toBe(direction);
  });
});

describe('the other end', () => {
  test.each([
    ['Salesforce', 'third-party', 'Salesforce'],
    ['SFDC', 'third-party', 'Salesforce'],
    ['D365 Sales', 'dataverse', 'Dynamics 365 Sales'],
    ['a canvas app', 'power-platform', 'Power Apps'],
    ['Power BI', 'microsoft-other', 'Power BI'],
    ['the old ERP', 'third-party', 'other ERP'],
    ['our loyalty platform', 'third-party', 'loyalty platform'],
    ['orders from Salesforc', 'third-party', undefined],
    ['orders from Shopyfy', 'third-party', 'Shopify'],
  ])('%s', (text, counterpart, name) => {
    const { profile, systems } = understand(text, lexicon);
    if (name !== undefined) expect(systems.map((one) => one.name)).toEqual([name]);
    expect(profile.counterpart).toBe(counterpart);
  });

  test('is F&O by none of its own names', () => {
    for (const name of ['F&O', 'D365FO', 'Dynamics 365 Finance', 'AX', 'the ERP', 'Finance and Operations']) {
      expect(understand(name, lexicon).systems, name).toEqual([]);
    }
  });

  test('is only guessed from a name with a slip in it', () => {
    expect(readingOf('orders from Shopyfy', 'counterpart')?.certainty).toBe('guess');
  });

  test('is not read from a name that is an ordinary word', () => {
    expect(understand('The board approved the vertex of the square', lexicon).systems).toEqual([]);
    expect(understand('Tax comes from Vertex', lexicon).systems.map(({ name }) => name)).toEqual(['Vertex']);
  });
});

describe('what is denied, supposed or said twice', () => {
  test.each([
    ['not real time', 'latency'],
    ['real time is not needed', 'latency'],
    ['no file', 'protocol'],
    ['without a queue', 'protocol'],
    ['instead of an API', 'protocol'],
    ['nicht in Echtzeit', 'latency'],
    ['pas en temps réel', 'latency'],
    ['niet in realtime', 'latency'],
    ['sin archivo', 'protocol'],
    ['not every 5 minutes', 'latency'],
    ['not 2x daily', 'latency'],
    ['non-critical', 'sla'],
  ] as const)('%s says nothing of its word', (text, field) => {
    const said = profileOf(text)[field];
    expect(['realtime', 'near-realtime', 'hourly', 'file', 'message', 'api', 'critical']).not.toContain(said);
  });

  test('a denial ends where its part of the sentence ends', () => {
    expect(profileOf('no files, but an API').protocol).toBe('api');
    expect(profileOf('No real-time, once a day').latency).toBe('nightly');
  });

  test('"not only" denies nothing', () => {
    expect(profileOf('not only files').protocol).toBe('file');
  });

  test('a wish is a guess', () => {
    expect(readingOf('perhaps in real time', 'latency')?.certainty).toBe('guess');
  });

  test('two things that exclude one another are both shown, and none is taken', () => {
    const { profile, unsettled } = understand('Orders are sent nightly and stock is sent hourly', lexicon);
    expect(profile.latency).toBeUndefined();
    expect(unsettled.find(({ field }) => field === 'latency')?.readings.map(({ value }) => value)).toEqual([
      'nightly',
      'hourly',
    ]);
  });

  test('what is certain counts for more than a hint', () => {
    expect(profileOf('on screen, but near real time is what is wanted').latency).toBe('near-realtime');
  });
});

describe('the words of a reading', () => {
  test('are those that say it', () => {
    const text = 'Nightly, 50,000 sales orders from a Shopify store into F&O';
    expect(wordsOf(text, 'latency')).toEqual(['Nightly']);
    expect(wordsOf(text, 'counterpart')).toEqual(['Shopify store']);
    expect(wordsOf(text, 'volume_per_day')).toContain('50,000 sales orders');
  });

  test('and those that say nothing to us are named', () => {
    const text = 'The lunch menu is real time';
    const { notUnderstood } = understand(text, lexicon);
    expect(notUnderstood.map(({ start, end }) => text.slice(start, end))).toEqual(['lunch menu']);
  });
});

describe('a phrase', () => {
  const kinds = new Set(['FNO', 'SYSTEM']);
  const faultOf = (source: string) => phrasesOf(source, null, kinds).map(faultOfPhrase)[0];

  test.each([
    ['... real time', 'must begin and end with a word'],
    ['[in] real time', 'must begin and end with what cannot be missing'],
    ['the SYSTEM', 'names a kind of thing'],
    ['the', 'holds no word'],
  ])('%s is refused', (source, fault) => {
    expect(faultOf(source)).toContain(fault);
  });

  test('is one for each row of words in brackets', () => {
    expect(phrasesOf('post the (journal|packing slip)', null, kinds)).toHaveLength(2);
    expect(faultOf('to SYSTEM')).toBeUndefined();
  });
});
