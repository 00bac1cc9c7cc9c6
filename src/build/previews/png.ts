import sharp from 'sharp';

/**
 * How previews are encoded. Flat colours need neither dithering nor the search for the best palette: without them a
 * picture takes a third of the time, is 3% larger, and the ground a shade off, which nobody sees.
 */
export const flatColours = { palette: true, colours: 64, effort: 1, dither: 0 } as const;

export interface Drawing {
  svg: string;
  encoding: typeof flatColours;
}

/** An SVG with outlines only as PNG. */
export const drawPng = ({ svg, encoding }: Drawing): Promise<Uint8Array> =>
  sharp(Buffer.from(svg)).png(encoding).toBuffer();
