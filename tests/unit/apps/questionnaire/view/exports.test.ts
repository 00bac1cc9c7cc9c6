// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/dom';
import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { Exports } from '#apps/questionnaire/view/Exports.tsx';
import { advise } from '#core/advisor/advice.ts';
import { show } from '#tests/support/islands.ts';
import { book } from '#tests/support/rule-book.ts';

for (const part of ['meeting-page', 'verdict-slide'])
  vi.doMock(`#apps/questionnaire/${part}.ts`, () => {
    throw new Error('not found');
  });

test.each([
  ['a page for Word', 'Page for a meeting (Word)', 'Word pages'],
  ['a slide', 'Slide (PowerPoint)', 'slides'],
])('%s whose part does not come says so and offers to try again', async (_, name, kind) => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  show(h(Exports, { advice: advise({ operation: 'read' }, [], book), name: '', sentence: '', send: () => undefined }));
  fireEvent.click(screen.getByRole('button', { name }));
  expect(
    await screen.findByText(
      new RegExp(`part that writes ${kind} could not be loaded\\. Is there a connection\\? .*try again`),
    ),
  ).toBeDefined();
});
