import sharp from 'sharp';

/** Threads for one picture cost more processor time than they save of the clock's. */
sharp.concurrency(1);

/**
 * How previews are encoded. Flat colours need neither dithering nor the search for the best palette, and with their
 * edges no more than 16: a picture takes a quarter of the time, and the ground is a shade off, which nobody sees.
 */
export const flatColours = { palette: true, colours: 16, effort: 1, dither: 0 } as const;

export interface Drawing {
  svg: string;
  encoding: typeof flatColours;
}

/** An SVG with outlines only as PNG. */
export const drawPng = ({ svg, encoding }: Drawing): Promise<Uint8Array> =>
  sharp(Buffer.from(svg)).png(encoding).toBuffer();
