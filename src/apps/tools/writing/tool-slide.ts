import type { Slide } from '#apps/writing/slide.ts';
import type { BriefLines } from '#core/tools/brief.ts';
import type { Tool } from '#core/tools/tool.ts';

/** What a slide says besides its lists. */
export interface SlideWords {
  verdict: string;
  /** The sentence that explains it. */
  standing: string;
  /** Address that opens the page with the same entries. */
  address: string;
}

/** The slide of a tool: its verdict, and of the lists that hold anything the first three. */
export const toolSlide = (tool: Tool, lists: readonly BriefLines[], words: SlideWords): Slide => ({
  kicker: tool.title,
  question: tool.question,
  verdict: words.verdict,
  standing: words.standing,
  points: lists
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => ({
      title: `${title} (${rows.length})`,
      text: rows.map(({ name, details }) => [name, ...details].join(', ')).join('; '),
    })),
  sources: [],
  page: { text: 'The page with the same entries', url: words.address },
});
