import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import { describe, expect, test } from 'vitest';
import { lightPalette, plainPens } from '#build/previews/palette.ts';
import { previewSvg, SCENE, titleLines } from '#build/previews/preview.ts';
import { brokenInto, type Typeface, widthOf } from '#build/previews/typeset.ts';
import { sharePictures } from '#content/publishing/share-pictures.ts';
import { library } from '#tests/support/rule-book.ts';

const face = create(readFileSync('src/assets/fonts/newsreader-500.woff2')) as unknown as Typeface;

describe('setting type', () => {
  test('lines hold every word in order and none is too wide', () => {
    const text = 'Should we redesign our chart of accounts, and share one across companies?';
    const lines = brokenInto(text, () => 12, face);
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(widthOf(line, face)).toBeLessThanOrEqual(12);
  });

  test('a word wider than the line has a line to itself', () => {
    expect(brokenInto('a reconciliation b', () => 2, face)).toEqual(['a', 'reconciliation', 'b']);
  });
});

describe('colours', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');

  test.each(library.hubs)('$id has an accent of its own', ({ id }) => {
    const { accent } = lightPalette(tokens, id);
    expect(accent).toMatch(/^#[0-9a-f]{6}$/);
    expect(tokens.split(`[data-hub='${id}']`)[1]).toContain(`--accent: light-dark(${accent}`);
  });

  test('pens are plain colours', () => {
    const styles = readFileSync('src/components/illustrations/illustrations.css', 'utf8');
    const pens = plainPens(styles, lightPalette(tokens, 'integration'));
    expect(pens).toContain('.mark{');
    expect(pens).not.toContain('var(');
  });
});

test('the titles of all answers fit on their pictures', () => {
  const palette = { surface: '#ffffff', ink: '#000000', accent: '#ff0000', 'line-strong': '#888888' };
  for (const { question } of library.answers) {
    const svg = previewSvg({ kicker: 'Hub', title: question, scene: '' }, 'Site', palette, '', face);
    const drawn = svg.match(/<path transform/g)?.length;
    const letters = [...`Hub${question}Site`].length;
    // Every letter, and the spaces but those at which lines were broken.
    const breaks = titleLines(question, face).length - 1;
    expect(drawn, question).toBeGreaterThanOrEqual(letters - breaks);
  }
});

test('no line runs narrower than it must, into the scene, or into the name of the site', () => {
  expect(brokenInto('one two three four', (line) => (line === 0 ? 20 : 2), face)).toEqual(['one two three four']);
  for (const { title } of sharePictures) {
    const lines = titleLines(title, face);
    const faults = lines.filter(({ text, y, size }) => {
      const right = 80 + widthOf(text, face) * size;
      const bottom = y + size / 4;
      return right > 1120 || bottom > 530 || (bottom > SCENE.y - 10 && right > SCENE.x - 10);
    });
    expect(faults, title).toEqual([]);
  }
});
