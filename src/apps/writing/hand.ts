/** Hands a file to the visitor, without any server. */
export function hand(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // Browsers read the file after this turn; a large one may take its time.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
