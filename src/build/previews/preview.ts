import { brokenInto, outlined, type Typeface, widthOf } from './typeset.ts';

/** What stands on the picture that other sites show beside a link to a page. */
export interface Preview {
  /** A word or two above the title. */
  kicker: string;
  title: string;
  /** Inner SVG of a scene of 320 by 200 units. */
  scene: string;
}

/** Colours by the names of the tokens: `ink`, `accent`, … */
export type Palette = Readonly<Record<string, string>>;

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 80;
const TITLE_SIZES = [78, 68, 60, 52] as const;
const TITLE_LINES = 3;

/** The largest size at which a title takes three lines at most; the smallest where none does. */
function titleLines(title: string, face: Typeface): { lines: string[]; size: number } {
  const settings = TITLE_SIZES.map((size) => ({ size, lines: brokenInto(title, (WIDTH - 2 * MARGIN) / size, face) }));
  const fitting = settings.find(({ lines }) => lines.length <= TITLE_LINES);
  return fitting ?? { size: TITLE_SIZES[3], lines: settings.at(-1)?.lines.slice(0, TITLE_LINES) ?? [] };
}

const filled = (colour: string | undefined, shapes: string): string => `<g fill="${colour}">${shapes}</g>`;

/** The picture as SVG with outlines only: no typeface and no style sheet is needed to draw it. */
export function previewSvg(
  { kicker, title, scene }: Preview,
  site: string,
  palette: Palette,
  pens: string,
  face: Typeface,
): string {
  const { lines, size } = titleLines(title, face);
  const top = MARGIN + 90;
  const shapes = lines.map((line, place) =>
    outlined(line, { x: MARGIN, y: top + place * size * 1.18 + 30, size }, face),
  );
  const siteWidth = widthOf(site, face) * 40;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    `<style>${pens}</style>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${palette.surface}"/>`,
    `<rect width="${WIDTH}" height="14" fill="${palette.accent}"/>`,
    filled(palette.accent, outlined(kicker, { x: MARGIN, y: MARGIN + 20, size: 34 }, face)),
    filled(palette.ink, shapes.join('')),
    `<path stroke="${palette['line-strong']}" d="M${MARGIN} 540H${MARGIN + siteWidth}"/>`,
    filled(palette.ink, outlined(site, { x: MARGIN, y: 590, size: 40 }, face)),
    `<g transform="translate(720 340) scale(1.28)" fill="none" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${scene}</g>`,
    '</svg>',
  ].join('');
}
