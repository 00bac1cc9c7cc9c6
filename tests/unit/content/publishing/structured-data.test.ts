import { expect, test } from 'vitest';
import { answerData, hubData, serialised, siteData } from '#content/publishing/structured-data.ts';
import { readLibrary } from '#content/reading/library.ts';
import { inTemporaryProject, smallLibrary } from '#tests/support/small-library.ts';

const { library } = inTemporaryProject(smallLibrary, readLibrary);
const [hub] = library.hubs;
const [answer] = library.answers.filter(({ slug }) => slug === 'first');
if (!hub || !answer) throw new Error('The small library has lost its hub or its first answer');
const origin = 'https://site.example';

test('an answer is a question with its accepted answer, and says where it stands', () => {
  expect(answerData(answer, hub, library, origin)).toMatchObject({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'QAPage',
        mainEntity: {
          '@type': 'Question',
          name: 'Which one first?',
          answerCount: 1,
          acceptedAnswer: { '@type': 'Answer', text: 'This one.', url: `${origin}/integration/first/` },
        },
      },
      { '@type': 'BreadcrumbList', itemListElement: [{ position: 1, name: 'Integration FAQ' }, { position: 2 }] },
    ],
  });
});

test('a hub lists each of its questions with its verdict', () => {
  const data = hubData(hub, library.answers, library, origin);
  expect(data['@type']).toBe('FAQPage');
  expect(data.mainEntity).toHaveLength(3);
});

test('the site tells how it is searched', () => {
  expect(siteData('The site', origin)).toMatchObject({
    potentialAction: { target: { urlTemplate: `${origin}/search/?q={query}` } },
  });
});

test('no text can end the script element that holds the data', () => {
  const text = serialised({ name: '</script><b>' });
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({ name: '</script><b>' });
});
