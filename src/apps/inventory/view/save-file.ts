/** Hands the browser a file to be saved under a name. */
export function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser reads the file after this turn; a large one may take its time.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
