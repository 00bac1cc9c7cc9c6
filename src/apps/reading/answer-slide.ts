import { POINTS_SHOWN, type Slide, type SlidePoint, type SlideSource } from '#apps/writing/slide.ts';
import { slideFile } from '#apps/writing/write-slide.ts';

/** Marks and notes that stand among the words of a page and mean nothing on a slide. */
const beside = '.cite, .margin-note, .label, .back, q, [hidden]';

/** The words of an element without what is set beside them. */
function textOf(element: Element | null | undefined): string {
  if (!element) return '';
  const copy = element.cloneNode(true) as Element;
  for (const one of copy.querySelectorAll(beside)) one.remove();
  return (copy.textContent ?? '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.;:?!])/g, '')
    .trim();
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Figures and behaviours of the ledger that the answer names, in the order of their sources. */
function facts(page: ParentNode): SlidePoint[] {
  return [...page.querySelectorAll('.sources > ol > li')].flatMap((item, index) =>
    [...item.querySelectorAll<HTMLElement>('.source__facts > li')].map((fact): SlidePoint => {
      const text = textOf(fact);
      const end = fact.dataset.figure === undefined ? -1 : text.indexOf(': ');
      return end < 0
        ? { title: textOf(item.querySelector('a')), text, source: index + 1 }
        : { title: text.slice(0, end), text: capital(text.slice(end + 2)), source: index + 1 };
    }),
  );
}

/** What one reads at a glance beside two other points. */
const GLANCE = 200;

/**
 * The first sentence of a text, and the second where both are read at a glance. A line that only leads to what follows
 * it, and ends in a colon, is no sentence.
 */
function beginning(text: string): string {
  const sentences = text.split(/(?<=[.?!])\s/).filter((sentence) => /[.?!]$/.test(sentence));
  const [first = '', second = ''] = sentences.map((sentence) => sentence.trim());
  return first.length + second.length > GLANCE ? first : `${first} ${second}`.trim();
}

/** How a part of the answer begins: with its first paragraph that says something by itself, or its first item. */
function beginningOf(heading: Element): string {
  for (let next = heading.nextElementSibling; next && !next.matches('h2'); next = next.nextElementSibling) {
    const text = next.matches('p') ? textOf(next) : next.matches('ol, ul') ? textOf(next.querySelector('li')) : '';
    const told = beginning(text);
    if (told !== '') return told;
  }
  return '';
}

const parts = (page: ParentNode): SlidePoint[] =>
  [...page.querySelectorAll('.article__body h2')]
    .map((heading): SlidePoint => ({ title: textOf(heading), text: beginningOf(heading) }))
    .filter(({ text }) => text !== '');

const sourcesOf = (page: ParentNode): SlideSource[] =>
  [...page.querySelectorAll('.sources > ol > li')].map((item) => {
    const link = item.querySelector('a');
    const [dated = ''] = textOf(item.querySelector('.source__dates')).split(/, when our text/);
    return { title: textOf(link), url: link?.href ?? '', dated: dated.replace('the newest found on', 'checked') };
  });

/** Sources in the order in which points cite them, and then the others: a slide has room for the first. */
function citedFirst(points: readonly SlidePoint[], sources: readonly SlideSource[]): Pick<Slide, 'points' | 'sources'> {
  const cited = points.flatMap(({ source }) => source ?? []);
  const order = [...new Set([...cited, ...sources.keys().map((index) => index + 1)])];
  return {
    points: points.map(({ source, ...point }) =>
      source === undefined ? point : { ...point, source: order.indexOf(source) + 1 },
    ),
    sources: order.flatMap((number) => sources[number - 1] ?? []),
  };
}

/**
 * What a slide says of the answer that is open: its verdict, the figures it turns on, and where there are fewer than a
 * slide has room for, how its parts begin.
 *
 * @param page the document of an answer or of a pattern
 * @param address where it stands
 */
export function answerSlide(page: Document, address: string): Slide {
  const site = page.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content ?? '';
  const standing = textOf(page.querySelector('[data-standing]'));
  const reviewed = textOf(page.querySelector('.byline time'));
  const figures = facts(page);
  const points = [...figures, ...parts(page).slice(0, Math.max(0, POINTS_SHOWN - figures.length))];
  return {
    kicker: [textOf(page.querySelector('.article__head .kicker')), site].filter(Boolean).join(', '),
    question: textOf(page.querySelector('h1')),
    verdict: textOf(page.querySelector('.verdict')),
    standing: [standing, reviewed && `reviewed ${reviewed}`].filter(Boolean).join(', '),
    ...citedFirst(points, sourcesOf(page)),
    page: { text: address.replace(/^https?:\/\//, ''), url: address },
  };
}

/** The slide of the answer that is open as a file for PowerPoint. */
export const answerSlideFile = (page: Document, address: string): Promise<Blob> =>
  slideFile(answerSlide(page, address));
