import type { Field, Profile } from '#core/advisor/profile.ts';

/** Systems of one kind, and what their names give away. */
export interface SystemGroup {
  kind: string;
  /** What is at the other end; missing where the name does not tell, and for what is only the way to it. */
  counterpart?: Profile['counterpart'];
  /** The integration platform that these are; they are the way, not the end. */
  platform?: Profile['platform'];
  /** Other answers that the name makes likely. */
  says?: Profile;
  /** Kinds of systems rather than products: a product that is named wins. */
  general?: boolean;
  /** Names that often mean something else. */
  unsure?: boolean;
  /** Names, each with its other names. */
  systems: Readonly<Record<string, readonly string[]>>;
}

/** `content/advisor/systems.yaml`. */
export interface SystemsTable {
  own_names: readonly string[];
  ordinary_words: readonly string[];
  /** What makes the word in front of it the name of a system, and what in front of it names nothing. */
  heads: readonly string[];
  no_name: readonly string[];
  groups: readonly SystemGroup[];
}

/** Phrases for one value of a field. */
export interface ValuePhrases {
  words?: readonly string[];
  hints?: readonly string[];
}

/** What follows from readings, and why. */
export interface Consequence {
  when: Profile;
  gives: Profile;
  because: string;
  /** Counts for more than hints, where all that it follows from is certain. */
  strong?: boolean;
}

/** How long a period is; a run lasts as long as it lasts. */
export type Period = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'run';

/** The names of periods, without the other tables that stand among them. */
export type PeriodNames = Readonly<Record<Period, readonly string[]>> & {
  daily_words: Readonly<Record<string, Period>>;
  per: readonly string[];
  peak: readonly string[];
};

/** `content/advisor/words.yaml`. */
export interface WordsTable {
  kinds: Readonly<Record<string, readonly string[]>>;
  ignore: readonly string[];
  denials: {
    before: readonly string[];
    behind: readonly string[];
    except: readonly string[];
    reach: number;
    ends: readonly string[];
  };
  supposed: readonly string[];
  fields: Readonly<Partial<Record<Field, Readonly<Record<string, ValuePhrases>>>>>;
  numbers: {
    digits: Readonly<Record<string, number>>;
    scales: Readonly<Record<string, number>>;
    spanish_scales: Readonly<Record<string, number>>;
    spanish_signs: readonly string[];
    half: readonly string[];
  };
  periods: PeriodNames;
  not_records: readonly string[];
  systems_of: readonly string[];
  receivers_of: readonly string[];
  /** For what happens, which way data can go. */
  ways: Readonly<Partial<Record<string, readonly string[]>>>;
  follows: readonly Consequence[];
  passed_over: readonly string[];
}

/** All that people's words are understood by, as plain data. */
export interface LanguageTables {
  systems: SystemsTable;
  words: WordsTable;
}
