import { fillFigures } from '#content/publishing/figures-text.ts';
import { bodyMarkdown, plainText } from '#content/publishing/markdown.ts';
import type { Article, Library } from '#content/reading/entries.ts';

/** A page of the site, made from content alone: what a visitor reads, without what surrounds it. */
export interface OfflinePage {
  path: string;
  title: string;
  verdict: string;
  /** Sections of the page under their headings; the first has none. */
  sections: readonly { heading: string; text: string }[];
}

const HEADING = /^#{2,3} +(.+)$/m;

function sectionsOf(markdown: string): OfflinePage['sections'] {
  const [opening = '', ...rest] = markdown.split(HEADING);
  const texts = rest.flatMap((heading, index) =>
    index % 2 === 0 ? [{ heading: plainText(heading), text: plainText(rest[index + 1] ?? '') }] : [],
  );
  return [{ heading: '', text: plainText(opening) }, ...texts];
}

const sectionsOfArticle = (article: Article, library: Library): OfflinePage['sections'] =>
  sectionsOf(bodyMarkdown(article, library, '').replaceAll(/\[\^\d+\]/g, ''));

/** Every page that search finds, in the order of the light index. */
export const offlinePages = (library: Library): OfflinePage[] => [
  ...library.answers.map((answer) => ({
    path: answer.id,
    title: fillFigures(answer.question, library.figures),
    verdict: fillFigures(answer.verdict, library.figures),
    sections: sectionsOfArticle(answer, library),
  })),
  ...library.patterns.map((pattern) => ({
    path: `patterns/${pattern.id}`,
    title: pattern.name,
    verdict: fillFigures(pattern.verdict, library.figures),
    sections: sectionsOfArticle(pattern, library),
  })),
  ...library.searchLanguage.pages.map(({ path, title, verdict }) => ({ path, title, verdict, sections: [] })),
  ...library.tools.map((tool) => ({
    path: `tools/${tool.id}`,
    title: tool.title,
    verdict: tool.verdict,
    sections: [{ heading: '', text: [tool.question, ...tool.limits].join(' ') }],
  })),
  ...library.decisions.map((decision) => ({
    path: `tools/decisions/${decision.id}`,
    title: decision.question,
    verdict: decision.verdict,
    sections: [{ heading: '', text: decision.limits.join(' ') }],
  })),
];

/** What a visitor reads of a page, in one piece. */
export const readingOf = ({ title, verdict, sections }: OfflinePage): string =>
  [title, verdict, ...sections.flatMap(({ heading, text }) => [heading, text])].join(' ');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The page as HTML, as far as an index of texts reads it. */
export const htmlOf = ({ title, verdict, sections }: OfflinePage): string =>
  `<html lang="en-GB"><body><main data-pagefind-body><h1 data-pagefind-meta="title" data-pagefind-weight="8">${escaped(title)}</h1><p data-pagefind-weight="3">${escaped(verdict)}</p>${sections
    .map(({ heading, text }, index) => `<h2 id="section-${index}">${escaped(heading)}</h2><p>${escaped(text)}</p>`)
    .join('')}</main></body></html>`;
