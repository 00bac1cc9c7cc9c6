let used = 0;

/** A number no other term on the site has, since one page may explain the same word twice. */
export const nextTermNumber = (): number => {
  used += 1;
  return used;
};
