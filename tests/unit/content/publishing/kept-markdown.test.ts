import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keptMarkdown } from '#content/publishing/kept-markdown.ts';
import { answerMarkdown } from '#content/publishing/markdown.ts';
import { readLibrary } from '#content/reading/library.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

vi.mock('#content/publishing/markdown.ts', { spy: true });

const { library } = inTemporaryProject(smallLibrary, readLibrary);
const origin = 'https://site.example';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fno-kept-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The Markdown of all answers, and of how many it had to be made. */
function made(of: typeof library, key: string): [texts: string[], count: number] {
  vi.mocked(answerMarkdown).mockClear();
  const texts = keptMarkdown(of, origin, join(folder, 'markdown.v8'), key);
  return [texts, vi.mocked(answerMarkdown).mock.calls.length];
}

const withBody = (body: string): typeof library => ({
  ...library,
  answers: library.answers.map((answer, index) => (index === 1 ? { ...answer, body } : answer)),
});

test('only the Markdown of a body that has changed is made again', () => {
  const [first, count] = made(library, 'a');
  expect(first).toEqual(library.answers.map((answer) => answerMarkdown(answer, library, origin)));
  expect(count).toBe(library.answers.length);
  expect(made(library, 'a')).toEqual([first, 0]);
  const [edited, edits] = made(withBody('Another body.'), 'a');
  expect(edits).toBe(1);
  expect(edited[1]).toContain('Another body.');
  expect(made(withBody('Another body.'), 'a')).toEqual([edited, 0]);
});

test('once anything else has changed, all of it is made again', () => {
  made(library, 'a');
  expect(made(library, 'b')[1]).toBe(library.answers.length);
});

test('an answer that is gone leaves nothing behind', () => {
  made(library, 'a');
  const [texts] = made({ ...library, answers: library.answers.slice(1) }, 'a');
  expect(texts).toHaveLength(library.answers.length - 1);
});
