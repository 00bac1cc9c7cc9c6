/** White space, quotes and dashes of one kind each, as the cases' expressions expect. */
export const plain = (text: string): string =>
  text
    .replaceAll(/[‘’‚‛]/g, "'")
    .replaceAll(/[“”„‟]/g, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim();
