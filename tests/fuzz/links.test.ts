// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeAll, expect, test } from 'vitest';
import { fromFragment, type Resumed, toFragment } from '#apps/questionnaire/address.ts';
import { openDraft } from '#apps/questionnaire/draft.ts';
import { Questionnaire } from '#apps/questionnaire/view/Questionnaire.tsx';
import { parseProfile } from '#core/advisor/parse-profile.ts';
import { book } from '#tests/support/rule-book.ts';
import { eachInput } from './each-input.ts';
import { fragments } from './inputs.ts';
import { expectNoInjectedMarkup } from './markup.ts';

/** What was read is either refused in words or valid, and comes back the same from a link of its own. */
function expectSound(resumed: Resumed): void {
  if (resumed.kind === 'unreadable') expect(resumed.reason).toMatch(/\.$/);
  if (resumed.kind !== 'read') return;
  const { position } = resumed;
  const { profile, unsure } = position.answers;
  expect(parseProfile(profile)).toEqual({ profile, faults: [], unknown: [] });
  expect(unsure.filter((field) => profile[field] !== undefined)).toEqual([]);
  expect(fromFragment(toFragment(position, '1.1'))).toMatchObject({ kind: 'read', position, faults: [], unknown: [] });
}

beforeAll(() => {
  document.head.innerHTML = `<script type="application/json" id="rule-book"></script>`;
  (document.getElementById('rule-book') as HTMLElement).textContent = JSON.stringify(book);
});

test('the advisor reads any address, and what it shows of it is text', async () => {
  await eachInput('advisor-address', fragments, 60, async (fragment) => {
    expectSound(fromFragment(fragment));
    window.history.replaceState(null, '', '/advisor/');
    window.location.hash = fragment;
    const root = document.createElement('div');
    await act(() => render(h(Questionnaire, {}), root));
    expect(root.textContent).not.toBe('');
    expectNoInjectedMarkup(root);
    render(null, root);
  });
});

test('the advisor reads any draft', async () => {
  await eachInput('advisor-draft', fragments, 300, (kept) => {
    expectSound(openDraft({ getItem: () => kept, setItem: () => undefined, removeItem: () => undefined }).read());
  });
});
