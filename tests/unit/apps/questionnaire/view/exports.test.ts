// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/dom';
import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { Exports } from '#apps/questionnaire/view/Exports.tsx';
import { advise } from '#core/advisor/advice.ts';
import { show } from '#tests/support/islands.ts';
import { book } from '#tests/support/rule-book.ts';

vi.mock('#apps/questionnaire/meeting-page.ts', () => {
  throw new Error('not found');
});

test('a page for Word whose part does not come says so and offers to try again', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  show(h(Exports, { advice: advise({ operation: 'read' }, [], book), name: '', sentence: '', send: () => undefined }));
  fireEvent.click(screen.getByRole('button', { name: 'Page for a meeting (Word)' }));
  expect(await screen.findByText(/could not be loaded\. Is there a connection\? .*try again/)).toBeDefined();
});
