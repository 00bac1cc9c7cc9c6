/** A part of the program that is loaded when it is first needed, and did not come. */
export class MissingPart extends Error {
  override name = 'MissingPart';
}

/**
 * Loads a part of the program when it is first needed.
 *
 * @param work what the part does, as the middle of a sentence
 * @throws {MissingPart} when it could not be loaded; what failed is its cause
 */
export async function loadPart<Part>(work: string, load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (cause) {
    throw new MissingPart(`The part that ${work} could not be loaded.`, { cause });
  }
}

/** What a failure says for itself, whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
