/** How many terms each page has explained so far, by the request that it answers. */
const explained = new WeakMap<Request, number>();

/** A number no other term on the page has, since one page may explain the same word twice. */
export function nextTermNumber(page: Request): number {
  const number = (explained.get(page) ?? 0) + 1;
  explained.set(page, number);
  return number;
}
