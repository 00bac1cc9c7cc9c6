/** Widths in em of a wide sans-serif face, so that words set in a narrower one have room to spare. */
const glyphWidths: readonly [pattern: RegExp, em: number][] = [
  [/[ .,:;'’‘|!()[\]fijlrt-]/u, 0.4],
  [/[mwMW&@%+]/u, 0.95],
  [/[A-Z0-9]/u, 0.68],
];
const USUAL_WIDTH = 0.62;

/** Widths of the letters met so far: a picture asks for the same ones some hundred thousand times. */
const knownWidths = new Map<string, number>();

/** Width of one letter in em. */
function widthOf(glyph: string): number {
  const width = knownWidths.get(glyph) ?? glyphWidths.find(([pattern]) => pattern.test(glyph))?.[1] ?? USUAL_WIDTH;
  knownWidths.set(glyph, width);
  return width;
}

/** Width of `text` in the units of `fontSize`: an upper estimate, since nothing can be measured at build time. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const glyph of text) em += widthOf(glyph);
  return em * fontSize;
}

/** Lines set so far: a picture that is drawn twice, wide and narrow, or anew after an answer, sets most texts again. */
const setLines = new Map<string, readonly string[]>();

/**
 * Breaks `text` at spaces into the fewest lines of at most `maxWidth`, of about equal length, behind a comma or colon
 * where there is one near. A word that is wider alone has its own line and sticks out.
 */
export function wrapText(text: string, maxWidth: number, fontSize: number): string[] {
  const key = JSON.stringify([text, maxWidth, fontSize]);
  const lines = setLines.get(key) ?? bestBreaks(text, maxWidth, fontSize);
  setLines.set(key, lines);
  return [...lines];
}

function bestBreaks(text: string, maxWidth: number, fontSize: number): string[] {
  const words = text.split(' ');
  const fits = (line: string): boolean => textWidth(line, fontSize) <= maxWidth;
  return allBreaks(words, fewestLines(words, fits), fits).reduce((best, lines) =>
    badness(lines) < badness(best) ? lines : best,
  );
}

/** How many lines it takes where each is filled before the next one begins. */
function fewestLines(words: readonly string[], fits: (line: string) => boolean): number {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.length;
}

/** Every way to set the words in at most so many lines that fit. */
function allBreaks(words: readonly string[], most: number, fits: (line: string) => boolean): string[][] {
  if (words.length === 0) return [[]];
  if (most === 0) return [];
  return words.flatMap((_, index) => {
    const line = words.slice(0, index + 1).join(' ');
    if (index > 0 && !fits(line)) return [];
    return allBreaks(words.slice(index + 1), most - 1, fits).map((rest) => [line, ...rest]);
  });
}

/** In em: a line more costs more than any raggedness, a break behind punctuation is worth a few letters. */
function badness(lines: string[]): number {
  const widest = Math.max(...lines.map((line) => textWidth(line, 1)));
  const wellBroken = lines.slice(0, -1).filter((line) => /[,:]$/u.test(line)).length;
  return lines.length * 100 + widest - wellBroken * 4;
}
