/**
 * Makes an element; all that comes from a page or a reader is set as text, never as markup.
 *
 * @param properties of the element's object, not attributes: `className`, `ariaLabel`, `htmlFor`
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...children);
  return created;
}

/** A small button that sends no form. */
export function button(text: string, onClick: () => void): HTMLButtonElement {
  const created = element('button', { type: 'button', className: 'small-button' }, text);
  created.addEventListener('click', onClick);
  return created;
}

/**
 * An element of the page that its script cannot do without.
 *
 * @throws {Error} when the page has no element of this id
 */
export function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found as T;
}
