import type { Field } from '#core/advisor/profile.ts';
import type { MiddlewareVerdict } from '#core/advisor/rule-book.ts';
import type { Column, ColumnMeaning, EndColumn, OwnColumn } from './columns.ts';

/** What a rule on the order of work can ask of an interface. */
export type WaveCondition =
  | 'unsettled'
  | 'words'
  | 'migration'
  | 'critical'
  | 'beyond-figure'
  | 'hub-required'
  | 'uncertain'
  | 'complex'
  | 'always';

/** Where an interface stands in the order of work, if all that is asked holds. */
export interface WaveRule {
  id: string;
  /** Index of the wave, from 0 on. */
  wave: number;
  when: readonly WaveCondition[];
  /** Words of its name, for the condition `words`. */
  words?: readonly string[] | undefined;
  /** Words with which the rule does not hold: supplier invoices are no suppliers. */
  unlessWords?: readonly string[] | undefined;
  /** Other interfaces of the same system come after it. */
  isMasterData?: boolean | undefined;
  /** It waits for nothing: what it needs first is a decision. */
  isFirst?: boolean | undefined;
  reason: string;
}

/** The order of work: what the waves are called, and the rules, of which the first that holds counts. */
export interface Waves {
  names: readonly string[];
  rules: readonly WaveRule[];
  /** Why an interface waits for the master data of its system; `{interface}` is filled in. */
  after: string;
}

/** Columns by which people work through a list; no rule reads them. */
export const workingColumns = ['owner', 'status', 'wave', 'note'] as const;

/** One of the columns by which people work through a list. */
export type WorkingColumn = (typeof workingColumns)[number];

/** What a whole programme says about middleware where all its lower bounds are reached. */
export interface ProgrammeRule {
  id: string;
  verdict: Extract<MiddlewareVerdict, 'advised' | 'required'>;
  when: { forced?: number | undefined; interfaces?: number | undefined; systems?: number | undefined };
  reason: string;
}

/** How bad it is to leave something undecided: 1 stops the interface, 4 only leaves a doubt. */
export type Severity = 1 | 2 | 3 | 4;

interface Title {
  severity: Severity;
  /** Names in braces are filled in. */
  title: string;
}

interface Wording extends Title {
  text: string;
}

/** How each thing that a programme still has to decide is worded. Where there is no text, the rule's reason is shown. */
export interface DecisionWordings {
  conflict: Title;
  contradiction: Title;
  'beyond-limit': Title;
  'beyond-guidance': Title;
  'together-beyond-limit': Wording;
  'together-beyond-guidance': Wording;
  'hub-without-owner': Wording;
  unread: Wording;
  'no-pattern': Wording;
  /** `patterns`: from so many different ones to one system on, somebody should ask whether it needs them all. */
  'many-patterns': Wording & { patterns: number };
  'same-name': Wording;
  close: Wording;
  uncertain: Wording;
}

/** Rows that other people's columns say are no interface to decide. */
export interface AsideWording {
  id: string;
  /** What such rows are, in a sentence that follows their number. */
  text: string;
  headers: readonly string[];
  /** Words of such a column that leave nothing out: it counts where it holds one of them, and no word that is in neither list. */
  among?: readonly string[] | undefined;
  words: readonly string[];
}

/** Headers that are taken for no column of ours, `with` others in the list where those are named. */
export interface KeptHeaders {
  headers: readonly string[];
  with?: readonly string[] | undefined;
}

/** Fields that lists answer by ticking columns. */
export const flagFields = ['latency', 'direction', 'protocol'] as const satisfies readonly Field[];

/** A field that lists answer by ticking columns. */
export type FlagField = (typeof flagFields)[number];

/** Columns that change what others say, or say it in no word of ours. */
export interface Beside {
  /** Headers of a column that says in what time the amount before it is counted. */
  unit: readonly string[];
  /** Headers of two ends of which neither is said to be the source. */
  firstEnd: readonly string[];
  secondEnd: readonly string[];
  /** Headers that count only where most of what stands below says it. */
  vague: Readonly<Partial<Record<Field, readonly string[]>>>;
  kept: readonly KeptHeaders[];
  /** Short forms of single words in headers. */
  short: Readonly<Record<string, string>>;
  /** Words of which headers are put together. */
  parts: Readonly<Record<'source' | 'target' | 'system' | 'amount' | 'measure', readonly string[]>>;
  /** The word of a longer header that says which column it is, unless one of `not` stands there too. */
  heads: Readonly<Partial<Record<Field | 'not', readonly string[]>>>;
  /** What a program writes around the name of a column. */
  wrappers: readonly string[];
  /** Headers that are an answer by themselves, which a tick below gives. */
  flags: Readonly<Record<FlagField, Readonly<Record<string, readonly string[]>>>>;
  ticks: readonly string[];
}

/** What is left out of a list, and how that is said. */
export interface SetAside {
  /** First words of rows that add up what stands above. */
  totals: readonly string[];
  /** Words by which the title of a section says which way the interfaces below it go, and words that may stand beside them. */
  sections: Readonly<Record<'inbound' | 'outbound' | 'bidirectional' | 'beside', readonly string[]>>;
  /** How rows are spoken of that are no interface by their shape. */
  shapes: Readonly<Record<'repeated-header' | 'section' | 'total' | 'hidden' | 'rule', string>>;
  rules: readonly AsideWording[];
}

/** Other people's words for our columns and answers, and the wording of what we say about a programme: `content/advisor/inventory.yaml` as plain data. */
export interface Vocabulary {
  columns: Readonly<Record<OwnColumn | EndColumn, { label: string; hint: string }>>;
  headers: Readonly<Partial<Record<Column | EndColumn, readonly string[]>>>;
  values: Readonly<Partial<Record<Field, Readonly<Record<string, readonly string[]>>>>>;
  beside: Beside;
  /** Columns by which people work through a list, and what they are called elsewhere. */
  working: Readonly<Record<WorkingColumn, { label: string; headers: readonly string[] }>>;
  waves: Waves;
  setAside: SetAside;
  programme: readonly ProgrammeRule[];
  decisions: Readonly<DecisionWordings>;
}

/** What somebody corrected, remembered for the next spreadsheet; keys are normalised words. */
export interface Corrections {
  headers: Readonly<Record<string, ColumnMeaning>>;
  /** An empty text stands for "not known". */
  values: Readonly<Partial<Record<Field, Readonly<Record<string, string>>>>>;
}

/** Nothing was corrected so far. */
export const noCorrections: Corrections = { headers: {}, values: {} };

/**
 * A word as it is compared: without case, accents and punctuation.
 *
 * @example normaliseWord('  Real-Time ') // 'real time'
 */
export const normaliseWord = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What a word is known by among others: the word as it is compared, or its own signs where it has no letter or digit. */
export const wordKey = (text: string): string => normaliseWord(text) || text.trim();
