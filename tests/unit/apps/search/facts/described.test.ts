import { describe, expect, test, vi } from 'vitest';
import { sentenceIn } from '#apps/questionnaire/address.ts';
import { advisorAddress, describesInterface, mayDescribe } from '#apps/search/facts/described.ts';
import { loadLanguage } from '#content/reading/language.ts';
import { lexiconOf } from '#core/language/lexicon.ts';
import { understand } from '#core/language/understand.ts';

const lexicon = lexiconOf(loadLanguage());
const load = async () => ({ understand: (text: string) => understand(text, lexicon), examples: [] });

describe('a sentence about an interface is one that the advisor can begin with', () => {
  test.each([
    'nightly payments to a bank in Norway',
    'stock levels from the warehouse system every 10 minutes',
    '20,000 invoices a day into F&O from a billing engine',
    'customers to a loyalty app in near real time',
  ])('%s', async (query) => {
    expect(await describesInterface(query, load)).toBe(true);
  });
});

describe('a question is answered by a page', () => {
  test.each([
    'How do we send payments to a bank every night?',
    'month-end close from five to three days',
    'dual-write or virtual entities',
    'what runs nightly between F&O and a bank',
    'daily stand-up in the project',
  ])('%s', async (query) => {
    expect(await describesInterface(query, load)).toBe(false);
  });
});

test('nothing is loaded for a query that does not look like one', async () => {
  const watched = vi.fn(load);
  await describesInterface('chart of accounts', watched);
  expect(mayDescribe('chart of accounts')).toBe(false);
  expect(watched).not.toHaveBeenCalled();
});

test('where the words cannot be loaded, search goes without', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const gone = () => Promise.reject(new Error('gone'));
  expect(await describesInterface('nightly payments to a bank in Norway', gone)).toBe(false);
});

test('the advisor reads the sentence that its address hands over', () => {
  const sentence = 'orders & returns, 50 % of them nightly, from a “shop”';
  expect(sentenceIn(new URL(advisorAddress(sentence, ''), 'https://example.com').hash)).toBe(sentence);
});
