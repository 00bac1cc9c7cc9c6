import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Colour, coloursOf, contrast } from '#tests/support/colours.ts';

const base = readFileSync('src/styles/base.css', 'utf8');
const colours = coloursOf(':root');
const themes = ['light', 'dark'] as const;

test.each(themes)('a placeholder can be read, %s', (theme) => {
  const [, token = ''] = base.match(/::placeholder \{[^}]*?color: var\(--([a-z-]+)\)[^}]*opacity: 1/) ?? [];
  const [text, surface] = [colours.get(token)?.[theme], colours.get('surface')?.[theme]];
  expect(contrast(text ?? '', surface ?? '')).toBeGreaterThanOrEqual(4.5);
});

/** Words may be set in a colour that has a soft one for its ground, and in every ink. */
const textColours = [...colours.keys()].filter((name) => name.startsWith('ink') || colours.has(`${name}-soft`));
const grounds = (name: string): string[] => ['surface', name.startsWith('ink') ? 'surface-raised' : `${name}-soft`];
const pairs = textColours.flatMap((name) => grounds(name).map((ground) => ({ name, ground })));

test.each(pairs)('words in --$name can be read on --$ground in both themes', ({ name, ground }) => {
  for (const theme of themes) {
    const [text, paper] = [colours.get(name), colours.get(ground)] as [Colour, Colour];
    expect(contrast(text[theme], paper[theme]), theme).toBeGreaterThanOrEqual(4.5);
  }
});
