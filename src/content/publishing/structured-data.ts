import type { AnswerEntry, HubEntry, Library } from '#content/reading/entries.ts';
import { fillFigures } from './figures-text.ts';

/** A schema.org object, ready to be serialised. */
export type StructuredData = Record<string, unknown>;

const vocabulary = 'https://schema.org';

const question = (answer: AnswerEntry, { figures }: Pick<Library, 'figures'>, url: string): StructuredData => ({
  '@type': 'Question',
  name: fillFigures(answer.question, figures),
  url,
  acceptedAnswer: {
    '@type': 'Answer',
    text: fillFigures(answer.verdict, figures),
    url,
    datePublished: answer.reviewed,
    author: { '@type': 'Organization', name: 'The editors' },
  },
});

/** The way from the front page to a page, as search engines show it above a result. */
const breadcrumbs = (steps: readonly { name: string; url: string }[]): StructuredData => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, url }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: url,
  })),
});

/**
 * One answer as `QAPage`: a page about a single question.
 *
 * @param origin address of the site, without a slash at its end
 */
export function answerData(answer: AnswerEntry, hub: HubEntry, library: Library, origin: string): StructuredData {
  const url = `${origin}/${answer.id}/`;
  const mainEntity = { ...question(answer, library, url), answerCount: 1, inLanguage: 'en-GB' };
  return {
    '@context': vocabulary,
    '@graph': [
      { '@type': 'QAPage', url, dateModified: answer.reviewed, mainEntity },
      breadcrumbs([
        { name: hub.title, url: `${origin}/${hub.id}/` },
        { name: fillFigures(answer.question, library.figures), url },
      ]),
    ],
  };
}

/** A hub as `FAQPage`: the verdict of each of its questions stands on the page itself. */
export function hubData(
  hub: HubEntry,
  answers: readonly AnswerEntry[],
  library: Library,
  origin: string,
): StructuredData {
  return {
    '@context': vocabulary,
    '@type': 'FAQPage',
    url: `${origin}/${hub.id}/`,
    name: hub.title,
    mainEntity: answers.map((answer) => question(answer, library, `${origin}/${answer.id}/`)),
  };
}

/** The site with its search, for the front page. */
export const siteData = (name: string, origin: string): StructuredData => ({
  '@context': vocabulary,
  '@type': 'WebSite',
  name,
  url: `${origin}/`,
  inLanguage: 'en-GB',
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${origin}/search/?q={query}` },
    'query-input': 'required name=query',
  },
});

/** Serialised so that no text can end the script element that holds it. */
export const serialised = (data: StructuredData): string => JSON.stringify(data).replaceAll('<', '\\u003c');
