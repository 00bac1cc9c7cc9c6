/** Writes numbers as British readers do: `12,345.6`. */
export const number = new Intl.NumberFormat('en-GB');

/** `1 interface`, `24 interfaces`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;
