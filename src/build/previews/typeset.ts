interface Glyph {
  advanceWidth: number;
  path: { toSVG(): string };
}

/** The part of a typeface that setting a line needs. */
export interface Typeface {
  unitsPerEm: number;
  glyphsForString(text: string): readonly Glyph[];
}

/** A typeface hands out the same glyph for the same letter, and writes its outline anew each time. */
const outlines = new WeakMap<Glyph, string>();

function outlineOf(glyph: Glyph): string {
  const outline = outlines.get(glyph) ?? glyph.path.toSVG();
  outlines.set(glyph, outline);
  return outline;
}

/** Width of a text in units of its font size. */
export const widthOf = (text: string, face: Typeface): number =>
  face.glyphsForString(text).reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) / face.unitsPerEm;

/**
 * Breaks a text into lines; a word that is wider than its line has it to itself.
 *
 * @param width the most that each line may be wide, in units of the font size, by its number from 0
 */
export function brokenInto(text: string, width: (line: number) => number, face: Typeface): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, face) <= width(lines.length - 1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A line of text as outlines, so that the picture looks alike wherever it is made: no system has the typeface. */
export function outlined(text: string, at: { x: number; y: number; size: number }, face: Typeface): string {
  const scale = at.size / face.unitsPerEm;
  let x = at.x;
  return face
    .glyphsForString(text)
    .map((glyph) => {
      const shape = `<path transform="translate(${x.toFixed(1)} ${at.y}) scale(${scale} ${-scale})" d="${outlineOf(glyph)}"/>`;
      x += glyph.advanceWidth * scale;
      return shape;
    })
    .join('');
}
