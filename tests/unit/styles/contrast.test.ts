import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const base = readFileSync('src/styles/base.css', 'utf8');

/** The two values of a colour token: on light paper and in the dark. */
function colour(token: string): string[] {
  const [, light = '', dark = ''] =
    tokens.match(new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`)) ?? [];
  return [light, dark];
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

test.each(['light', 'dark'])('a placeholder can be read, %s', (scheme) => {
  const [, token = ''] = base.match(/::placeholder \{[^}]*?color: var\(--([a-z-]+)\)[^}]*opacity: 1/) ?? [];
  const place = scheme === 'light' ? 0 : 1;
  expect(contrast(colour(token)[place] ?? '', colour('surface')[place] ?? '')).toBeGreaterThanOrEqual(4.5);
});
