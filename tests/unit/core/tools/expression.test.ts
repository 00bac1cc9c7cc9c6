import { describe, expect, test } from 'vitest';
import { inLabels, inNumbers } from '#core/tools/arithmetic.ts';
import { workOut } from '#core/tools/evaluate.ts';
import { excelResult } from '#core/tools/excel.ts';
import { FormulaError, parseFormula } from '#core/tools/expression.ts';
import { Layout } from '#core/tools/layout.ts';
import { readEntries } from '#core/tools/read-entries.ts';
import type { Tool } from '#core/tools/tool.ts';
import { plan } from '#tests/support/tools.ts';

const rows = [
  { name: 'a', hours: '2' },
  { name: 'b', hours: '3' },
  { name: 'c', hours: '5' },
];

/** The value of a formula over three steps of 2, 3 and 5 hours, with an opening of 18. */
function outcomeOf(formula: string) {
  const tool: Tool = {
    ...plan,
    results: [...plan.results, { id: 'it', label: 'It', formula, format: 'number', says: [], isStep: false }],
  };
  return workOut(tool, readEntries(tool, { inputs: { opening: '18' }, tables: { steps: rows } })).results.it;
}

describe('a formula', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['24 / 4 / 3', 2],
    ['2 - -3', 5],
    ['-2 * 3', -6],
    ['opening / 4', 4.5],
    ["if(opening > 12, 'late', 'early')", 'late'],
    ['if(opening > 12 and opening < 20 or 1 = 2, 1, 0)', 1],
    ['not(opening = 18)', false],
    ['lower(opening, 7, 9)', 7],
    ['higher(opening, 7)', 18],
    ['up(2.1)', 3],
    ['up(3)', 3],
    ['up(0.1 * 30)', 3],
    ['down(2.9)', 2],
    ['down(0.1 + 0.2 + 2.7)', 3],
    ['sum(steps.hours)', 10],
    ['sum(steps.hours where steps.hours > 2)', 8],
    ['sum(steps.hours where steps.hours > 2 and steps.hours < 5)', 3],
    ["sum(steps.hours where steps.name = 'a')", 2],
    ['count(steps)', 3],
    ['count(steps where steps.hours >= 1 + 2)', 2],
    ['max(steps.hours)', 5],
    ['min(steps.hours)', 2],
    ['max(steps.hours where steps.hours = 99)', 0],
    ['min(steps.hours where steps.hours = 99)', undefined],
    ['none', undefined],
    ['1 / 0', undefined],
    ['min(steps.hours where steps.hours = 99) + 1', undefined],
  ])('%s is worked out', (formula, value) => {
    expect(outcomeOf(formula)).toBe(value);
  });

  test.each([
    ['1 +', 'expected a value instead of the end', 3],
    ['(1', 'expected ")" instead of the end', 2],
    ['1 2', '"2" is one too many', 2],
    ['a $ b', 'cannot read "$ b"', 1],
    ['power(2, 3)', 'there is no function "power"', 0],
    ['if(1, 2)', '"if" takes 3 values', 0],
    ['lower(1)', '"lower" takes 2 to 9 values', 0],
    ['sum(steps)', 'expected "." instead of ")"', 9],
    ['sum(steps.hours where other.hours = 1)', 'a condition must be about "steps", which is gathered', 22],
    ['sum(steps.hours where steps.hours)', 'expected a comparison instead of ")"', 33],
  ])('%s says what is wrong, and where', (formula, message, at) => {
    const read = () => parseFormula(formula);
    expect(read).toThrow(FormulaError);
    expect(read).toThrow(message);
    try {
      read();
    } catch (error) {
      expect((error as FormulaError).at).toBe(at);
    }
  });
});

describe('the same tree', () => {
  const layout = new Layout(plan, { steps: 3 });

  test.each([
    ['(opening + 1) * 2 - (3 - 4)', '(Inputs!$B$2+1)*2-(3-4)'],
    ['opening + 1 * 2', 'Inputs!$B$2+1*2'],
    ["if(opening > 12 and finish < 9, 'a', none)", 'IF(AND(Inputs!$B$2>12,Results!$B$2<9),"a","")'],
    ['up(opening / 7)', 'ROUNDUP(ROUND(Inputs!$B$2/7,9),0)'],
    ['max(steps.ends)', "MAX('Steps'!$K$2:$K$34)"],
    ['sum(steps.hours)', "SUMPRODUCT(('Steps'!$M$2:$M$34=1)*1,'Steps'!$C$2:$C$34)"],
    [
      'count(steps where steps.hours > opening)',
      "SUMPRODUCT(('Steps'!$M$2:$M$34=1)*ISNUMBER('Steps'!$C$2:$C$34)*('Steps'!$C$2:$C$34>Inputs!$B$2)*1)",
    ],
  ])('writes %s for a spreadsheet', (formula, excel) => {
    expect(excelResult(formula, layout)).toBe(excel);
  });

  test.each([
    ['(opening + 1) * 2', '(Opening + 1) × 2'],
    ['sum(steps.hours where steps.hours > 2)', 'sum of “Hours” of all steps where “Hours” is more than 2'],
    ["if(opening > 12, 'late', none)", '“late” if Opening > 12, otherwise nothing'],
    ['count(steps)', 'number of steps'],
  ])('writes %s in words', (formula, words) => {
    expect(inLabels(plan, formula)).toBe(words);
  });
});

describe('a sum in numbers', () => {
  const read = readEntries(plan, {
    inputs: { opening: '10' },
    tables: {
      steps: [
        { name: 'a', hours: '2' },
        { name: 'b', hours: '3', after: '1' },
      ],
    },
  });
  const numbers = (formula: string) => inNumbers(plan, formula, read, workOut(plan, read));

  test.each([
    ['has the numbers in place of the names', 'opening * 2', '10 × 2'],
    ['has what a table comes to in place of how', 'opening + sum(steps.hours)', '10 + 5'],
    ['writes it as the column does', 'max(steps.ends) - opening', 'Fri 15:00 − 10'],
    ['leaves out what was not chosen', 'if(opening > 12, opening - 12, opening + work)', '10 + 5'],
    ['has no brackets around all of it', 'up(opening / 3)', '10 ÷ 3, rounded up'],
    ['is left out where it would be the result once more', 'sum(steps.hours)', undefined],
    ['is left out where nothing is named', 'if(opening > 12, 1, 2)', undefined],
  ])('%s', (_what, formula, text) => {
    expect(numbers(formula)).toBe(text);
  });
});
