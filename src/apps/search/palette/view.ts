import { button, element } from '#apps/search/view/elements.ts';
import type { Suggestion, SuggestionGroup } from './suggestions.ts';

const LIST = 'palette-list';

/** The elements of the palette: a dialog with a combobox whose listbox is always open. */
export interface PaletteView {
  dialog: HTMLDialogElement;
  input: HTMLInputElement;
  list: HTMLElement;
  status: HTMLElement;
  forget: HTMLButtonElement;
  retry: HTMLButtonElement;
}

/** What the palette does when one of its buttons is pressed. */
interface PaletteHandlers {
  onForget: () => void;
  onRetry: () => void;
}

/** Makes the palette's elements, which nobody sees until the dialog is in the page and opened. */
export function createPaletteView({ onForget, onRetry }: PaletteHandlers): PaletteView {
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
  const closeButton = button('Close', () => dialog.close());
  const label = element('label', { htmlFor: input.id, className: 'visually-hidden' }, 'Search the answers');
  dialog.append(element('div', { className: 'palette__bar' }, label, input, closeButton), status, retry, list, forget);
  return { dialog, input, list, status, forget, retry };
}

function optionElement({ text, detail, verdict, href }: Suggestion, id: string): HTMLElement {
  const children = [
    element('span', {}, text),
    ...(detail ? [element('small', {}, detail)] : []),
    ...(verdict ? [element('span', { className: 'palette__verdict' }, verdict)] : []),
  ];
  const option = href ? element('a', { href }, ...children) : element('div', {}, ...children);
  option.id = id;
  option.role = 'option';
  option.tabIndex = -1;
  option.ariaSelected = 'false';
  return option;
}

function groupElement({ title, suggestions }: SuggestionGroup, index: number): HTMLElement {
  const heading = element('div', { id: `palette-group-${index}`, className: 'palette__heading' }, title);
  heading.role = 'presentation';
  const options = suggestions.map((suggestion, number) =>
    optionElement(suggestion, `palette-option-${index}-${number}`),
  );
  const group = element('div', { role: 'group' }, heading, ...options);
  group.setAttribute('aria-labelledby', heading.id);
  return group;
}

/** Shows the groups and returns their options in order. */
export function fillList(list: HTMLElement, groups: readonly SuggestionGroup[]): HTMLElement[] {
  list.replaceChildren(...groups.map(groupElement));
  return [...list.querySelectorAll<HTMLElement>('[role="option"]')];
}
