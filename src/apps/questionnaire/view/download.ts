/** Hands a text to the visitor as a file, without any server. */
export const download = (name: string, type: string, text: string): void => hand(name, new Blob([text], { type }));

/** Hands what a file holds to the visitor, without any server. */
export function hand(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
