import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fitText } from '#apps/writing/fit-text.ts';
import type { Slide } from '#apps/writing/slide.ts';
import { slideFile, speakerNotes } from '#apps/writing/write-slide.ts';

const source = (number: number) => ({
  title: `Source ${number}`,
  url: `https://example.org/limits?a=1&b=${number}`,
  dated: `copy of ${number} May 2026`,
});

const slide: Slide = {
  kicker: 'Integration',
  question: 'Which limits hold <here> & "there"?',
  verdict: 'Two kinds of limits.',
  standing: 'Sourced',
  points: [1, 2, 3, 4].map((number) => ({ title: `Point ${number}`, text: `Text ${number}`, source: number })),
  sources: [1, 2, 3, 4, 5, 6, 7].map(source),
  page: { text: 'example.org/limits', url: 'https://example.org/limits/#rules=1&a=b' },
};

/** The text of each paragraph on the slide, in the speaker's notes, and the addresses that the slide links to. */
async function read(written: Slide) {
  const file = await slideFile(written);
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const part = (name: string): string => strFromU8(parts[name] as Uint8Array);
  const textOf = (xml: string): string =>
    xml
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
  const page = part('ppt/slides/slide1.xml');
  return {
    names: Object.keys(parts),
    type: file.type,
    page,
    paragraphs: page
      .split('</a:p>')
      .map((paragraph) => [...paragraph.matchAll(/<a:t>(.*?)<\/a:t>/gs)].map(([, text]) => textOf(text ?? '')).join(''))
      .filter(Boolean),
    notes: textOf(part('ppt/notesSlides/notesSlide1.xml')),
    links: [...part('ppt/slides/_rels/slide1.xml.rels').matchAll(/Target="(https?:[^"]+)"/g)].map(([, url]) =>
      textOf(url ?? ''),
    ),
  };
}

describe('a slide', () => {
  test('holds question, verdict, how far to rely on it, three points, sources with address and date, and its page', async () => {
    const { paragraphs, links, names } = await read(slide);
    expect(names.filter((name) => /slides\/slide\d+\.xml$/.test(name))).toEqual(['ppt/slides/slide1.xml']);
    expect(paragraphs).toEqual([
      'Integration',
      'Which limits hold <here> & "there"?',
      'Two kinds of limits.',
      'Sourced',
      ...[1, 2, 3].flatMap((number) => [`Point ${number}`, `Text ${number} [${number}]`]),
      ...[1, 2, 3, 4, 5].map(
        (number) => `[${number}] Source ${number}, copy of ${number} May 2026. example.org/limits?a=1&b=${number}`,
      ),
      '2 more sources in the speaker’s notes',
      'example.org/limits',
    ]);
    expect(links).toEqual([...slide.sources.slice(0, 5).map(({ url }) => url), slide.page.url]);
  });

  test('names its question as the title, for whoever has it read aloud', async () => {
    const { page } = await read(slide);
    const [title] = page.split('</p:sp>').filter((shape) => shape.includes('type="title"'));
    expect(title).toContain('Which limits hold');
  });

  test('has all of it in the speaker’s notes, also what found no room', async () => {
    const { notes } = await read(slide);
    for (const line of speakerNotes(slide).split('\n')) expect(notes).toContain(line);
    expect(notes).toContain('Point 4: Text 4 [4]');
    expect(notes).toContain('[7] Source 7, copy of 7 May 2026: https://example.org/limits?a=1&b=7');
  });

  test('cuts a text that is too long for it, and keeps the whole in the notes', async () => {
    const long = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');
    const { paragraphs, notes } = await read({ ...slide, verdict: long });
    const shown = paragraphs[2] ?? '';
    expect(shown).toMatch(/^word0 word1 .* …$/);
    expect(long.startsWith(shown.replace(' …', ''))).toBe(true);
    expect(notes).toContain(long);
  });

  test('leaves out what XML cannot hold, and stays a file that opens', async () => {
    const { paragraphs } = await read({ ...slide, kicker: 'a\u0000b\u000bc\ud800d\uffffe' });
    expect(paragraphs[0]).toBe('abcde');
  });

  test('has no points where there are none', async () => {
    const { paragraphs } = await read({ ...slide, points: [], sources: [] });
    expect(paragraphs).toEqual([
      'Integration',
      'Which limits hold <here> & "there"?',
      'Two kinds of limits.',
      'Sourced',
      'example.org/limits',
    ]);
  });
});

describe('the size of a text', () => {
  // Ten letters of 7.2 points a line at 14.4 points, twenty at half of it.
  const room = { w: 1, h: 0.5, letter: 0.5 };

  test.each([
    ['as large as allowed where it fits', 'ten letter', [14.4, 7.2], 14.4],
    ['smaller where it does not', 'ten letter ten letter ten letter', [14.4, 7.2], 7.2],
    ['by broken words too', 'x'.repeat(25), [14.4, 7.2], 7.2],
    ['by lines that were given', 'a\nb\nc', [14.4, 7.2], 7.2],
  ])('is %s', (_, text, sizes, size) => {
    expect(fitText(text, room, sizes)).toEqual({ text, size, isCut: false });
  });

  test('is the smallest for a text that loses its end by whole words', () => {
    const { text, size, isCut } = fitText('letter '.repeat(100).trim(), room, [14.4, 7.2]);
    expect({ size, isCut }).toEqual({ size: 7.2, isCut: true });
    // Four lines of twenty letters: three words of six on each, and at the end the mark of what is missing.
    expect(text).toBe(`${'letter '.repeat(11)}…`);
  });
});
