// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/dom';
import { h } from 'preact';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadResult } from '#apps/questionnaire/view/LateResult.tsx';
import { Questionnaire } from '#apps/questionnaire/view/Questionnaire.tsx';
import { closePage, putData, show } from '#tests/support/islands.ts';
import { book } from '#tests/support/rule-book.ts';

/** Opens the page at an address that holds some answers, made under the rules of today; the browser's draft is empty. */
function openAt(answers: string): void {
  window.history.replaceState(null, '', `/advisor/${answers && `#rules=${book.version}&${answers}`}`);
  putData('rule-book', book);
  show(h(Questionnaire, {}));
}

// What comes late is tested by itself.
beforeAll(async () => {
  await loadResult();
});

beforeEach(() => {
  window.history.replaceState(null, '', '/advisor/');
});

const click = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

/** The heading of what is on the screen; that of the answers beside it is another one. */
const headings = (): HTMLElement[] =>
  screen.getAllByRole('heading', { level: 2 }).filter(({ textContent }) => textContent !== 'Answered so far');

const heading = (): string => headings()[0]?.textContent ?? '';

const radios = (): HTMLInputElement[] => screen.getAllByRole('radio');

const exact = (): HTMLInputElement => screen.getByRole('spinbutton', { name: /the number, if you know it/ });

const type = (text: string): void => {
  fireEvent.input(exact(), { target: { value: text } });
};

/** What is chosen among the ranges, by its number. */
const range = (): string | undefined => radios().find(({ checked }) => checked)?.value;

const field = 'volume_per_day';
const atVolume = `at=${field}`;

/** The volume in the address, which holds all answers. */
const answered = (): string | null => new URLSearchParams(window.location.hash.slice(1)).get(field);

describe('a question about a number', () => {
  test('takes a range', () => {
    openAt(atVolume);
    const [first] = radios();
    fireEvent.click(first as HTMLElement);
    click(/^Next/);
    expect(answered()).toBe(first?.value);
  });

  test('takes the number itself, and no range stays chosen beside it', () => {
    openAt(atVolume);
    fireEvent.click(radios()[0] as HTMLElement);
    type('4321');
    expect(range()).toBeUndefined();
    click(/^Next/);
    expect(answered()).toBe('4321');
  });

  test('takes the range again where the number is deleted', () => {
    openAt(atVolume);
    const [first] = radios();
    fireEvent.click(first as HTMLElement);
    type('4321');
    type('');
    expect(range()).toBe(first?.value);
    click(/^Next/);
    expect(answered()).toBe(first?.value);
  });

  test('takes the range that is chosen after a number was typed', () => {
    openAt(atVolume);
    type('4321');
    const last = radios().at(-1);
    fireEvent.click(last as HTMLElement);
    expect(exact().value).toBe('');
    click(/^Next/);
    expect(answered()).toBe(last?.value);
  });
});

describe('a question', () => {
  test('that nothing was chosen for is not left, and says what to do', () => {
    openAt('');
    const asked = heading();
    click(/^Next/);
    expect(screen.getByRole('alert').textContent).toContain('Choose one of the answers');
    const group = screen.getByRole('group', { name: asked });
    expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toContain('Choose one');
    expect(heading()).toBe(asked);
  });

  test('that was answered gives way to the next, whose heading has the focus', () => {
    openAt('');
    const asked = heading();
    fireEvent.click(radios()[0] as HTMLElement);
    click(/^Next/);
    expect(heading()).not.toBe(asked);
    expect(document.activeElement).toBe(headings()[0]);
  });

  test('comes back with its answer', () => {
    openAt('');
    const asked = heading();
    fireEvent.click(radios()[1] as HTMLElement);
    click(/^Next/);
    click('Back');
    expect(heading()).toBe(asked);
    expect(radios()[1]?.checked).toBe(true);
  });

  test('can be passed over by those who are not sure', () => {
    openAt('');
    const asked = heading();
    click('Not sure');
    expect(heading()).not.toBe(asked);
    click('Review answers');
    const list = screen.getAllByRole('definition').map(({ textContent }) => textContent);
    expect(list).toContain('Not sure');
  });
});

describe('an answer', () => {
  const chosen = (): string | null => new URLSearchParams(window.location.hash.slice(1)).get('operation');
  const row = (at: number): HTMLElement => document.querySelectorAll('.option')[at] as HTMLElement;

  test.each([
    ['a press is meant', 1, 'create'],
    ['a key or a reader only chooses', 0, null],
    ['the second half of a double click says nothing', 2, null],
  ])('%s', (_story, detail, value) => {
    openAt('');
    fireEvent.click(row(1), { detail });
    expect(chosen()).toBe(value);
  });

  test('that contradicts earlier ones is not taken by a press either', () => {
    openAt('at=initiator&operation=read&latency=realtime');
    const at = radios().findIndex(({ disabled }) => disabled);
    expect(at).toBeGreaterThanOrEqual(0);
    fireEvent.click(row(at), { detail: 1 });
    expect(window.location.hash).not.toContain('initiator=');
  });

  test('is changed among the others with what each option leads to, and the focus goes back to its row', () => {
    openAt('operation=read&counterpart=third-party');
    const asked = heading();
    click(/^Change Other end/);
    expect(heading()).toBe('What is at the other end?');
    expect(row(1).textContent).toContain('leads to Virtual entities');
    fireEvent.click(row(1), { detail: 1 });
    expect(heading()).not.toBe('What is at the other end?');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Change Other end/ }));
    expect(screen.getByRole('complementary').textContent).toContain('Virtual entities');
    expect(asked).not.toBe('');
  });
});

describe('the draft of an earlier visit', () => {
  function leave(): void {
    openAt('');
    fireEvent.click(document.querySelectorAll('.option')[0] as HTMLElement, { detail: 1 });
    closePage();
    openAt('');
  }

  test('is offered, and goes on where it was left', () => {
    leave();
    expect(heading()).toBe('We kept your draft');
    expect(document.body.textContent).toContain('with one answer');
    click('Continue');
    expect(screen.getByText('Answered so far')).toBeDefined();
    expect(window.location.hash).toContain('operation=read');
  });

  test('makes way for a new one, and is kept aside', () => {
    leave();
    click('Start anew');
    expect(heading()).toBe(book.questions[0]?.ask);
    expect(document.body.textContent).toContain('This browser also keeps other answers');
    closePage();
    openAt('');
    expect(heading()).toBe(book.questions[0]?.ask);
  });
});

describe('a name', () => {
  test('stands over the answer and in the link', () => {
    openAt('at=result&operation=read&counterpart=third-party');
    fireEvent.change(screen.getByRole('textbox', { name: 'Name of the interface' }), {
      target: { value: ' Prices  for the shop ' },
    });
    expect(screen.getByText('Recommendation for “Prices for the shop”')).toBeDefined();
    expect(new URLSearchParams(window.location.hash.slice(1)).get('name')).toBe('Prices for the shop');
  });
});

describe('a link', () => {
  test('with an answer that is none says which, what is allowed, and keeps the rest', () => {
    openAt('latency=soonish&operation=read&at=review');
    const notice = screen.getByText(/“soonish” is no answer/);
    expect(notice.textContent).toContain('nightly');
    expect(screen.getByText('Your answers')).toBeDefined();
    const answers = screen.getAllByRole('definition').map(({ textContent }) => textContent);
    expect(answers).toContain(book.questions.find((one) => one.field === 'operation')?.options[0]?.label);
  });

  test('with a question of somebody else says that it is ignored', () => {
    openAt('operation=read&colour=blue&at=review');
    expect(screen.getByText(/ignored: colour\./)).toBeDefined();
  });
});

describe('the review', () => {
  test('leads to a question and back, and says what the change did', () => {
    openAt('operation=read&latency=realtime&at=review');
    click(/^Change How soon/);
    expect(screen.getByText('Changing one answer')).toBeDefined();
    const other = radios().find(({ checked, disabled }) => !checked && !disabled) as HTMLInputElement;
    fireEvent.click(other);
    click('Change it');
    expect(screen.getByText(/^How soon was “/)).toBeDefined();
    expect(window.location.hash).toContain(`latency=${other.value}`);
  });

  test('leaves an answer as it is where somebody thinks better of it', () => {
    openAt('operation=read&latency=realtime&at=review');
    const before = window.location.hash;
    click(/^Change How soon/);
    click('Leave it as it is');
    expect(screen.getByText('Your answers')).toBeDefined();
    expect(new URLSearchParams(window.location.hash.slice(1)).get('latency')).toBe(
      new URLSearchParams(before.slice(1)).get('latency'),
    );
  });

  test('starts over with nothing answered', () => {
    openAt('operation=read&latency=realtime&at=review');
    click('Start over');
    expect(within(document.body).queryByText('Your answers')).toBeNull();
    expect(window.location.hash).toBe('');
  });
});

describe('a price of the reader’s own', () => {
  const result =
    'at=result&operation=read&counterpart=power-platform&initiator=user&copy=unwanted&volume_per_day=2000&latency=realtime';
  const price = (): HTMLInputElement =>
    screen.getAllByRole('textbox', { name: /Your price for one of these requests/ })[0] as HTMLInputElement;

  test('gives the sum of a month', () => {
    openAt(result);
    expect(document.body.textContent).toContain('2,000 records a day × 30 days = 60,000 requests a month');
    fireEvent.input(price(), { target: { value: '0.0004' } });
    expect(document.body.textContent).toContain('Comes to 24.00 a month');
  });

  test('that cannot be read stays as it was typed, with what is allowed beside it', () => {
    openAt(result);
    fireEvent.input(price(), { target: { value: '€ 5' } });
    expect(price().value).toBe('€ 5');
    expect(price().getAttribute('aria-invalid')).toBe('true');
    expect(document.body.textContent).toContain('“€ 5” cannot be read as a price for one unit');
  });
});
