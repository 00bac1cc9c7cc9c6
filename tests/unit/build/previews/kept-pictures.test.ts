import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { KeptPictures } from '#build/previews/kept-pictures.ts';
import { type Drawing, drawPng, flatColours } from '#build/previews/png.ts';

let folder: string;
let kept: KeptPictures;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fno-pictures-'));
  kept = new KeptPictures(join(folder, 'pictures'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const drawing = (text: string, style = 'fill:#123456'): Drawing => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>rect{${style}}</style><desc>${text}</desc><rect width="9" height="9"/></svg>`,
  encoding: flatColours,
});

/** Whether a drawing is drawn once another one is kept. */
async function isDrawnAfter(first: Drawing, second: Drawing): Promise<boolean> {
  const draw = vi.fn(drawPng);
  await kept.picture(first, draw);
  await kept.picture(second, draw);
  return draw.mock.calls.length === 2;
}

describe('a picture', () => {
  test('is drawn once, and comes back byte for byte, in this build and in the next one', async () => {
    const draw = vi.fn(drawPng);
    const drawn = await kept.picture(drawing('a'), draw);
    expect((await sharp(drawn).metadata()).format).toBe('png');
    expect(Buffer.from(await kept.picture(drawing('a'), draw))).toEqual(Buffer.from(drawn));
    const next = new KeptPictures(join(folder, 'pictures'));
    expect(Buffer.from(await next.picture(drawing('a'), draw))).toEqual(Buffer.from(drawn));
    expect(draw).toHaveBeenCalledOnce();
  });

  test.each<[string, Drawing]>([
    ['its text', drawing('b')],
    ['its style', drawing('a', 'fill:#654321')],
    ['its encoding', { ...drawing('a'), encoding: { ...flatColours, colours: 32 as 16 } }],
  ])('is drawn again after a change of %s', async (_part, changed) => {
    expect(await isDrawnAfter(drawing('a'), changed)).toBe(true);
  });

  test('is drawn again when it is drawn otherwise', async () => {
    const [white, black] = [new Uint8Array([255]), new Uint8Array([0])];
    await kept.picture('a', async () => white.slice());
    expect(await kept.picture('a', async () => black)).toBe(black);
  });

  test('that cannot be drawn leaves nothing behind', async () => {
    await expect(kept.picture({ svg: 'no picture', encoding: flatColours }, drawPng)).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('after a build', () => {
  /** As if every kept picture had last been used on that day. */
  const age = (day: Date): void => {
    for (const name of readdirSync(join(folder, 'pictures'))) utimesSync(join(folder, 'pictures', name), day, day);
  };

  test('what it did not use is gone, and what it used is there, drawn by it or before it', async () => {
    const draw = vi.fn(drawPng);
    for (const text of ['used', 'unused']) await kept.picture(drawing(text), draw);
    age(new Date('2020-01-01'));
    const started = new Date();
    for (const text of ['used', 'new']) await kept.picture(drawing(text), draw);
    kept.forgetUnusedSince(started);
    expect(readdirSync(join(folder, 'pictures'))).toHaveLength(2);
    draw.mockClear();
    for (const text of ['used', 'new']) await kept.picture(drawing(text), draw);
    expect(draw).not.toHaveBeenCalled();
    await kept.picture(drawing('unused'), draw);
    expect(draw).toHaveBeenCalledOnce();
  });

  test('a build without pictures has nothing to remove', () => {
    expect(() => kept.forgetUnusedSince(new Date())).not.toThrow();
  });
});
