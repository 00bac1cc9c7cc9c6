import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** Draws a picture from its ingredients and nothing else: whatever else decided it would be missed when it changes. */
export type Draw<T> = (ingredients: T) => Promise<Uint8Array>;

/** File systems keep times to two seconds at worst. */
const COARSEST_CLOCK_MS = 2000;

/**
 * The name under which a picture is kept: the hash of all that decides its bytes, which are its ingredients, the function
 * that draws it and the versions of the libraries that this one calls.
 */
function nameOf<T>(ingredients: T, draw: Draw<T>): string {
  const recipe = JSON.stringify([ingredients, draw.toString(), sharp.versions]);
  return `${createHash('sha256').update(recipe).digest('hex')}.png`;
}

function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Pictures of earlier builds in a folder of their own, so that none is drawn again from the same ingredients. */
export class KeptPictures {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The picture of these ingredients: as it was kept, or else drawn and kept. */
  async picture<T>(ingredients: T, draw: Draw<T>): Promise<Uint8Array> {
    const file = join(this.#folder, nameOf(ingredients, draw));
    const kept = readIfThere(file);
    if (kept) {
      this.#markAsUsed(file);
      return kept;
    }
    const drawn = await draw(ingredients);
    this.#keep(file, drawn);
    return drawn;
  }

  /** Removes what was last used before that time, by a build that no longer matters. */
  forgetUnusedSince(time: Date): void {
    mkdirSync(this.#folder, { recursive: true });
    for (const name of readdirSync(this.#folder)) {
      const file = join(this.#folder, name);
      if (statSync(file).mtimeMs < time.getTime() - COARSEST_CLOCK_MS) rmSync(file);
    }
  }

  #markAsUsed(file: string): void {
    const now = new Date();
    utimesSync(file, now, now);
  }

  /** A build that is cut off leaves no half of a picture under the name of a whole one. */
  #keep(file: string, picture: Uint8Array): void {
    mkdirSync(this.#folder, { recursive: true });
    const unfinished = `${file}.${randomUUID()}`;
    writeFileSync(unfinished, picture);
    renameSync(unfinished, file);
  }
}

/** The pictures in the folder in which builds keep things. */
export const picturesIn = (folder: string): KeptPictures => new KeptPictures(join(folder, 'pictures'));
