import type { Answer } from '#content/schemas/answer.ts';
import type { Assumptions } from '#content/schemas/assumption.ts';
import type { Behaviour } from '#content/schemas/behaviour.ts';
import type { Change } from '#content/schemas/change.ts';
import type { Desks } from '#content/schemas/desk.ts';
import type { EInvoicingCountry } from '#content/schemas/e-invoicing.ts';
import type { Ending } from '#content/schemas/ending.ts';
import type { Figure } from '#content/schemas/figure.ts';
import type { Home } from '#content/schemas/home.ts';
import type { Hub } from '#content/schemas/hub.ts';
import type { Pattern } from '#content/schemas/pattern.ts';
import type { ReadingPath } from '#content/schemas/reading-path.ts';
import type { Redirects } from '#content/schemas/redirect.ts';
import type { SearchLanguage } from '#content/schemas/search-language.ts';
import type { Source } from '#content/schemas/source.ts';
import type { Term } from '#content/schemas/term.ts';
import type { Decision } from '#core/decisions/decision.ts';
import type { Tool } from '#core/tools/tool.ts';

/** Anything in `content/` that has an id. */
export interface Entry {
  id: string;
  file: string;
}

/** A page of prose with its facts. */
export interface Article extends Entry {
  /** MDX text without front matter. */
  body: string;
  /** Line of the file on which the body begins, from 1. */
  bodyLine: number;
  /** Ids of the sources cited in the body, in order of first use, then those only named in front matter. */
  citations: string[];
  /** Ids of our own numbers that the page uses. */
  assumptions: string[];
}

/** An answer; its id is `hub/slug`, which is its address too. */
export interface AnswerEntry extends Answer, Article {
  hub: string;
  slug: string;
}

/** A pattern's page; its id is the name of its file. */
export interface PatternEntry extends Pattern, Article {}
/** A hub; its id begins the address of each of its answers. */
export interface HubEntry extends Hub, Entry {}
/** A source that pages cite by its id. */
export interface SourceEntry extends Source, Entry {}
/** A figure that texts and rules name by its id. */
export interface FigureEntry extends Figure, Entry {}
/** How the product behaves, as citations name it by its id. */
export interface BehaviourEntry extends Behaviour, Entry {}

/** A tool with the file that it is written in. */
export interface ToolEntry extends Tool, Entry {
  order: number;
  /** Ids of the figures that its values rest on, and the field of the file that names each. */
  figures: readonly { id: string; field: string }[];
}

/** A decision with the file that it is written in. */
export interface DecisionEntry extends Decision, Entry {
  order: number;
}

/** All of `content/` but the advisor's rules, validated; the order of every list is the reading order. */
export interface Library {
  hubs: HubEntry[];
  answers: AnswerEntry[];
  patterns: PatternEntry[];
  sources: Map<string, SourceEntry>;
  figures: Map<string, FigureEntry>;
  behaviours: Map<string, BehaviourEntry>;
  /** Our own numbers that several pages use. */
  assumptions: Assumptions;
  terms: Map<string, Term>;
  home: Home;
  /** How the page of each audience begins. */
  desks: Desks;
  readingPaths: ReadingPath[];
  tools: ToolEntry[];
  /** Choices outside integration, each with rules of its own. */
  decisions: DecisionEntry[];
  /** Newest first. */
  changes: Change[];
  redirects: Redirects;
  /** How people ask, for search. */
  searchLanguage: SearchLanguage;
  /** Duties of e-invoicing by country, in alphabetical order. */
  eInvoicing: EInvoicingCountry[];
  /** What ends or becomes mandatory, in the order of dates. */
  endings: Ending[];
  /**
   * Ids of what exists and could not be read. It is reported once, where it stands, and not again wherever something
   * refers to it.
   */
  unread: ReadonlySet<string>;
}
