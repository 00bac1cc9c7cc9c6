import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { briefDocument } from '#apps/tools/writing/brief-document.ts';
import { toolSlide } from '#apps/tools/writing/tool-slide.ts';
import { briefOf } from '#core/tools/brief.ts';
import { exampleEntries } from '#core/tools/tool.ts';
import { toolNamed, workedExample } from '#tests/support/tools.ts';

const tool = toolNamed('go-no-go');

test('a slide has the verdict, and of the lists those that hold anything', () => {
  const slide = toolSlide(tool, briefOf(tool, workedExample('go-no-go')), {
    verdict: 'Go with conditions',
    standing: 'One may wait.',
    address: 'https://example.org/',
  });
  expect(slide).toMatchObject({ kicker: 'Go or no-go', verdict: 'Go with conditions', standing: 'One may wait.' });
  expect(slide.points.map(({ title }) => title)).toEqual(['Conditions (1)', 'High risks (1)']);
  expect(slide.points[0]?.text).toBe(
    'Weeks of the partner’s people under contract, by name, May wait until, and who decides: Tuesday 12:00, sponsor, Owner: Sponsor',
  );
});

const textOf = async (file: Blob): Promise<string> =>
  strFromU8(unzipSync(new Uint8Array(await file.arrayBuffer()))['word/document.xml'] ?? new Uint8Array()).replaceAll(
    /<[^>]+>/g,
    ' ',
  );

test('a Word page has verdict, lists and limits; a template leaves the verdict open', async () => {
  const filled = await textOf(await briefDocument(tool, exampleEntries(tool), 'https://example.org/'));
  expect(filled).toContain('Go with conditions');
  expect(filled).toContain('A bank refuses the first payment file');
  expect(filled).toContain('No open defect stands against a go.');
  const empty = await textOf(await briefDocument(tool, 'template', 'https://example.org/'));
  expect(empty).toContain('Verdict:');
  expect(empty).not.toContain('Cannot say');
  expect(empty).toContain('Conditions');
});
