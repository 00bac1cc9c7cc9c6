import type { Slide, SlidePoint, SlideSource } from '#apps/writing/slide.ts';
import { slideFile } from '#apps/writing/write-slide.ts';
import type { Advice } from '#core/advisor/advice.ts';
import type { SourceSummary } from '#core/advisor/rule-book.ts';
import { certaintyText, middlewareText, patternName } from '#core/advisor/wording.ts';
import { builtText } from './standing.ts';

/** An address that is longer than this is printed without its answers; its link still holds them. */
const PRINTED = 150;

const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-11-28` or `2026-11` as people write it. */
const dateText = (date: string): string => (date.length > 7 ? dates : months).format(new Date(date));

const datedText = ({ dated, checked }: SourceSummary): string =>
  `${dated === 'undated' ? 'undated copy' : `copy of ${dateText(dated)}`}, checked ${dateText(checked)}`;

interface Ground {
  title: string;
  text: string;
  sources: readonly string[];
}

/** What decides: requirements that clash, where any do, and then the criteria that weigh most. */
function groundsOf({ recommendation, conflicts, book }: Advice): Ground[] {
  const { primary, standings } = recommendation;
  const clashes = conflicts.map(({ rule }) => ({ title: rule.title, text: rule.reason, sources: rule.sources }));
  const criteria = standings.find(({ pattern }) => pattern === primary)?.criteria ?? [];
  const grounds = criteria
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map(({ criterion, favouredBy, heldAgainst }) => ({
      title: book.criteria.find(({ id }) => id === criterion)?.title ?? criterion,
      text: [favouredBy?.reason, heldAgainst && `${favouredBy ? 'But: ' : ''}${heldAgainst.reason}`]
        .filter((reason) => reason !== undefined)
        .join(' '),
      sources: [...(favouredBy?.sources ?? []), ...(heldAgainst?.sources ?? [])],
    }));
  return [...clashes, ...grounds];
}

function addressText(link: string): string {
  const address = link.replace(/^https?:\/\//, '');
  return address.length > PRINTED ? (address.split('#', 1)[0] ?? '') : address;
}

/**
 * What a slide says of a recommendation.
 *
 * @param name what the interface is called; empty where nobody named it
 * @param link an address that opens the same answers again
 */
export function verdictSlide(advice: Advice, name: string, link: string): Slide {
  const { book, recommendation, certainty, explanation } = advice;
  const { primary, middleware } = recommendation;
  const grounds = groundsOf(advice);
  const ids = [...new Set(grounds.flatMap(({ sources }) => sources))].filter((id) => book.sources[id]);
  const points = grounds.map(({ title, text, sources }): SlidePoint => {
    const index = ids.findIndex((id) => sources.includes(id));
    return { title, text, source: index < 0 ? undefined : index + 1 };
  });
  const sources = ids.flatMap((id): SlideSource[] => {
    const source = book.sources[id];
    return source ? [{ title: `${source.publisher}: ${source.title}`, url: source.url, dated: datedText(source) }] : [];
  });
  return {
    kicker: `For decision. Rule book ${book.version}`,
    question: name ? `Which integration pattern for “${name}”?` : 'Which integration pattern for this interface?',
    verdict: primary ? patternName(primary, book) : 'No recommendation yet',
    standing: primary
      ? `${[certaintyText[certainty], builtText(advice), middlewareText[middleware]].filter(Boolean).join('. ')}.`
      : explanation.summary,
    points,
    sources,
    page: { text: addressText(link), url: link },
  };
}

/** The slide as a file for PowerPoint. */
export const verdictSlideFile = (advice: Advice, name: string, link: string): Promise<Blob> =>
  slideFile(verdictSlide(advice, name, link));
