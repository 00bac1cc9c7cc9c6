import { expect, test } from 'vitest';
import { pictureFaults } from '#content/checking/picture-faults.ts';

const figures = new Map([['weight', { value: 30 }]]);
const held = (tag: string, table: string) => `Before.\n\n<${tag}>\n\n${table}\n\n</${tag.split(' ')[0]}>`;
const hours = '| Step | Hours |\n| --- | --- |\n| Load | 13.5 |\n| Sign | 9 |\n| **Total** | 22.5 |';

test.each([
  ['bars', held('Bars caption="So." length="Hours" sequence', hours)],
  ['a figure of the ledger', held('Bars caption="So." length="Hours"', hours.replace('13.5', '<Fact id="weight" />'))],
  ['a flow of a list', held('Flow caption="So."', '1. One\n2. Two')],
  ['layers of a table', held('Layers caption="So." note="Hours"', hours)],
  ['another component', held('Callout title="So."', 'No table.')],
])('%s can be drawn', (_story, body) => {
  expect(pictureFaults(body, figures)).toEqual([]);
});

test.each([
  ['no caption', held('Bars length="Hours"', hours), '<Bars> needs caption="…"'],
  ['no column named', held('Bars caption="So."', hours), '<Bars> needs length="…"'],
  [
    'a column that is not there',
    held('Bars caption="So." length="Days"', hours),
    '<Bars> has no column "Days"; allowed are "Step", "Hours"',
  ],
  [
    'words for a number',
    held('Bars caption="So." length="Hours"', hours.replace('| 9 |', '| long |')),
    '<Bars> cannot draw "long": a number or a range (2 to 3) is wanted',
  ],
  [
    'no table',
    held('Curve caption="So." row="Load"', '1. One'),
    '<Curve> holds no table; leave a blank line before and after it',
  ],
  [
    'neither list nor table',
    held('Flow caption="So."', 'One, two.'),
    '<Flow> holds no list and no table; leave a blank line before and after it',
  ],
  [
    'no debit',
    held('TAccounts caption="So." by="Step" line="Hours"', hours),
    '<TAccounts> has no column "Debit"; allowed are "Step", "Hours"',
  ],
])('%s is named with its line', (_story, body, message) => {
  expect(pictureFaults(body, figures)).toEqual([{ message, line: 3 }]);
});
