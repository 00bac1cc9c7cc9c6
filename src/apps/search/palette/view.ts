import { button, element } from '#apps/search/view/elements.ts';
import type { Choice, Group } from './choices.ts';

const LIST = 'palette-list';

/** The elements of the palette: a dialog with a combobox whose listbox is always open. */
export interface View {
  dialog: HTMLDialogElement;
  input: HTMLInputElement;
  list: HTMLElement;
  status: HTMLElement;
  forget: HTMLButtonElement;
  retry: HTMLButtonElement;
}

interface Reactions {
  onForget: () => void;
  onRetry: () => void;
}

export function createView({ onForget, onRetry }: Reactions): View {
  const input = element('input', {
    type: 'text',
    id: 'palette-input',
    role: 'combobox',
    ariaAutoComplete: 'list',
    ariaExpanded: 'true',
    autocomplete: 'off',
    spellcheck: false,
    enterKeyHint: 'search',
    placeholder: 'A question, an acronym, a product',
  });
  input.setAttribute('aria-controls', LIST);
  const status = element('p', { className: 'palette__status', role: 'status' });
  const list = element('div', { id: LIST, className: 'palette__list', role: 'listbox', ariaLabel: 'Suggestions' });
  const forget = button('Forget recent searches', onForget);
  forget.classList.add('palette__forget');
  const retry = button('Try again', onRetry);
  retry.classList.add('palette__retry');
  const dialog = element('dialog', { className: 'palette', ariaLabel: 'Search' });
  const close = button('Close', () => dialog.close());
  const label = element('label', { htmlFor: input.id, className: 'visually-hidden' }, 'Search the answers');
  dialog.append(element('div', { className: 'palette__bar' }, label, input, close), status, retry, list, forget);
  return { dialog, input, list, status, forget, retry };
}

function optionElement({ text, detail, href }: Choice, id: string): HTMLElement {
  const children = [element('span', {}, text), ...(detail ? [element('small', {}, detail)] : [])];
  const option = href ? element('a', { href }, ...children) : element('div', {}, ...children);
  option.id = id;
  option.role = 'option';
  option.tabIndex = -1;
  option.ariaSelected = 'false';
  return option;
}

function groupElement({ title, choices }: Group, place: number): HTMLElement {
  const heading = element('div', { id: `palette-group-${place}`, className: 'palette__heading' }, title);
  heading.role = 'presentation';
  const options = choices.map((choice, number) => optionElement(choice, `palette-option-${place}-${number}`));
  const group = element('div', { role: 'group' }, heading, ...options);
  group.setAttribute('aria-labelledby', heading.id);
  return group;
}

/** Shows the groups and returns their options in order. */
export function fillList(list: HTMLElement, groups: readonly Group[]): HTMLElement[] {
  list.replaceChildren(...groups.map(groupElement));
  return [...list.querySelectorAll<HTMLElement>('[role="option"]')];
}
