// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/dom';
import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { Questionnaire } from '#apps/questionnaire/view/Questionnaire.tsx';
import { putData, show } from '#tests/support/islands.ts';
import { book } from '#tests/support/rule-book.ts';

const part = vi.hoisted(() => ({ isMissing: true }));

vi.mock('#apps/questionnaire/view/Result.tsx', async (original) => {
  if (part.isMissing) throw new Error('not found');
  return original();
});

test('a result whose part does not come says so, keeps the answers, and is shown when it is tried again', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  window.history.replaceState(null, '', `/advisor/#rules=${book.version}&operation=extract&at=result`);
  putData('rule-book', book);
  show(h(Questionnaire, {}));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain(
    'The part that shows the recommendation could not be loaded. Is there a connection? Your answers are kept.',
  );
  part.isMissing = false;
  vi.resetModules();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { level: 2, name: /Data management|extract/i })).toBeDefined();
  vi.unstubAllGlobals();
});
