import { expect, test } from 'vitest';
import { draftOf, slugOf } from '#content/editorial/draft.ts';
import { readLibrary } from '#content/reading/library.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const hubs = [{ id: 'integration', topics: [{ id: 'choosing', title: 'Choosing', lead: [] }] }];
const wish = { hub: 'integration', question: 'How many records can we push through OData?', today: '2026-11-25' };

test.each([
  ['How many records can we push through OData?', 'many-records-push-through'],
  ["Is that Microsoft's job, or ours?", 'microsofts-job-ours'],
  ['Café or résumé?', 'cafe-resume'],
])('%s becomes the address %s', (question, slug) => {
  expect(slugOf(question)).toBe(slug);
});

test('a draft lacks exactly what an editor has to write, and the check names each', () => {
  const draft = draftOf(wish, hubs);
  if ('problem' in draft) throw new Error(draft.problem);
  expect(draft.file).toBe('content/answers/integration/many-records-push-through.mdx');
  const { problems } = inTemporaryProject({ ...smallLibrary, [draft.file]: draft.text }, readLibrary);
  expect(new Set(problems.map(({ file }) => file))).toEqual(new Set([draft.file]));
  expect(problems.map(({ field }) => field).sort()).toEqual(['audiences', 'sources', 'topic', 'verdict']);
});

test.each([
  [{ ...wish, hub: 'sales' }, '"sales" is no hub; hubs are integration.'],
  [{ ...wish, question: 'OData' }, '"OData" is no question: it must end with "?".'],
  [
    { ...wish, slug: 'OData Limits' },
    '"OData Limits" is no address: lower-case letters, digits and single hyphens; name one with --slug.',
  ],
  [
    { ...wish, question: '?' },
    '"" is no address: lower-case letters, digits and single hyphens; name one with --slug.',
  ],
])('a wish that cannot be met says why', (given, problem) => {
  expect(draftOf(given, hubs)).toEqual({ problem });
});
