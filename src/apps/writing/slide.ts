/** One of the few things that a decision turns on: a limit, a criterion, the number that drives a sum. */
export interface SlidePoint {
  /** A few words, or a figure with its unit. */
  title: string;
  text: string;
  /** Which of the slide's sources carries it, counted from 1; left out for a judgement of ours. */
  source?: number | undefined;
}

/** A page that the slide rests on. */
export interface SlideSource {
  title: string;
  url: string;
  /** From when it is and when it was looked at, as one reads it: `copy of 19 July 2022, checked 25 November 2026`. */
  dated: string;
}

/** What one slide says; whoever decides has half a minute for it. All of it is plain text. */
export interface Slide {
  /** What the question belongs to, in small type above it. */
  kicker: string;
  question: string;
  /** The answer to it, in words or as a number with its unit. */
  verdict: string;
  /** How far to rely on the verdict. */
  standing: string;
  /** The first three are shown, all of them stand in the speaker's notes. */
  points: readonly SlidePoint[];
  /** The first five are shown, all of them stand in the speaker's notes. */
  sources: readonly SlideSource[];
  /** The page where the same is said at length, or which opens with the same entries. */
  page: { text: string; url: string };
}

/** Points that a slide has room for. */
export const POINTS_SHOWN = 3;
/** Sources that a slide has room for. */
export const SOURCES_SHOWN = 5;
