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
const TITLE_LINES = 4;
const TITLE_SIZES = [78, 68, 60, 52] as const;
const FIRST_BASELINE = MARGIN + 120;
const LINE_HEIGHT = 1.18;
/** How far letters reach below their line, and the least room between them and the scene. */
const DESCENT = 0.25;
const ROOM = 24;
/** Where the scene stands; the site's name stands at its left, below the rule. */
export const SCENE = { x: 720, y: 340, scale: 1.28 } as const;
const RULE_Y = 540;

interface Line {
  text: string;
  /** Its baseline. */
  y: number;
  size: number;
}

/** A title in one size, each line as wide as what stands beside it leaves. */
function setIn(size: number, title: string, face: Typeface): Line[] {
  const baseline = (line: number): number => FIRST_BASELINE + line * size * LINE_HEIGHT;
  const width = (line: number): number => {
    const isBesideScene = baseline(line) + DESCENT * size + ROOM > SCENE.y;
    return ((isBesideScene ? SCENE.x - ROOM : WIDTH - MARGIN) - MARGIN) / size;
  };
  return brokenInto(title, width, face).map((text, line) => ({ text, y: baseline(line), size }));
}

/** The lines of a title in the largest size in which it ends above the site's name; the smallest where none does. */
export function titleLines(title: string, face: Typeface): Line[] {
  const settings = TITLE_SIZES.map((size) => setIn(size, title, face));
  const isFitting = (lines: Line[]): boolean =>
    lines.every(({ y, size }) => y + DESCENT * size + ROOM <= RULE_Y) && lines.length <= TITLE_LINES;
  return settings.find(isFitting) ?? settings.at(-1) ?? [];
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
  const shapes = titleLines(title, face).map(({ text, y, size }) => outlined(text, { x: MARGIN, y, size }, face));
  const siteWidth = widthOf(site, face) * 40;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    `<style>${pens}</style>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${palette.surface}"/>`,
    `<rect width="${WIDTH}" height="14" fill="${palette.accent}"/>`,
    filled(palette.accent, outlined(kicker, { x: MARGIN, y: MARGIN + 20, size: 34 }, face)),
    filled(palette.ink, shapes.join('')),
    `<path stroke="${palette['line-strong']}" d="M${MARGIN} ${RULE_Y}H${MARGIN + siteWidth}"/>`,
    filled(palette.ink, outlined(site, { x: MARGIN, y: 590, size: 40 }, face)),
    `<g transform="translate(${SCENE.x} ${SCENE.y}) scale(${SCENE.scale})" fill="none" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${scene}</g>`,
    '</svg>',
  ].join('');
}
