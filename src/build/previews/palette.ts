import type { Palette } from './preview.ts';

const declarations = (block: string): [string, string][] =>
  [...block.matchAll(/--([a-z-]+):\s*light-dark\((#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]);

/**
 * The light colours of the design tokens, with the accent of one hub.
 *
 * @param tokens text of the tokens' style sheet
 */
export function lightPalette(tokens: string, hub?: string): Palette {
  const block = (selector: string): string => tokens.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  return Object.fromEntries([
    ...declarations(block(':root')),
    ...declarations(hub ? block(`[data-hub='${hub}']`) : ''),
  ]);
}

/**
 * The pens and papers of the illustrations as plain rules in these colours, for a drawing that no style sheet reaches.
 *
 * @param styles text of the illustrations' style sheet
 */
export const plainPens = (styles: string, palette: Palette): string =>
  [...styles.matchAll(/\.(\w+) \{([^{}]*)\}/g)]
    .map(
      ([, name, body = '']) =>
        `.${name}{${body.replace(/var\(--([a-z-]+)\)/g, (_, token) => palette[token] ?? 'none')}}`,
    )
    .join('');
