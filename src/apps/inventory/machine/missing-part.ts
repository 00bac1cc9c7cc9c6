/** A part of the program that is loaded when it is first needed, and did not come. */
export class MissingPart extends Error {
  override name = 'MissingPart';
}

/** @param work what the part does, as the middle of a sentence */
export async function loadPart<Part>(work: string, load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (cause) {
    throw new MissingPart(`The part that ${work} could not be loaded.`, { cause });
  }
}
