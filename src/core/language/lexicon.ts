import type { Field, Profile } from '#core/advisor/profile.ts';
import { type Phrase, PhraseTable, phrasesOf } from './phrases.ts';
import type { LanguageTables, Period, WordsTable } from './tables.ts';
import { plain } from './tokens.ts';

/** How sure a reading is: said in so many words, or only likely. */
export type Certainty = 'certain' | 'guess';

/** What the name of a system says. */
export interface SystemMeaning {
  /** As it is spelt in the table. */
  name: string;
  /** F&O itself. */
  isOwn: boolean;
  counterpart?: Profile['counterpart'];
  platform?: Profile['platform'];
  says: Profile;
  /** A kind of system, not a product. */
  isGeneral: boolean;
  isUnsure: boolean;
}

/** What a phrase of a field says. */
export interface FieldMeaning {
  field: Field;
  value: string;
  certainty: Certainty;
}

/** The tables, prepared once for any number of texts. */
export interface Lexicon {
  words: WordsTable;
  systems: PhraseTable<SystemMeaning>;
  /** Plain names of systems, by which slips are found. */
  systemNames: readonly { name: string; meaning: SystemMeaning }[];
  /** Names that are ordinary words as well, as they are compared. */
  ordinary: ReadonlySet<string>;
  /** What makes the word in front of it the name of a system, and what in front of it names nothing. */
  heads: ReadonlySet<string>;
  noName: ReadonlySet<string>;
  kinds: PhraseTable<string>;
  fields: PhraseTable<FieldMeaning>;
  ignored: PhraseTable<null>;
  denials: {
    before: ReadonlySet<string>;
    behind: PhraseTable<null>;
    except: PhraseTable<null>;
    ends: ReadonlySet<string>;
  };
  supposed: PhraseTable<null>;
  digits: ReadonlyMap<string, number>;
  scales: ReadonlyMap<string, number>;
  spanishScales: ReadonlyMap<string, number>;
  spanishSigns: ReadonlySet<string>;
  periods: ReadonlyMap<string, Period>;
  adverbs: ReadonlyMap<string, Period>;
  per: ReadonlySet<string>;
  peak: ReadonlySet<string>;
  notRecords: ReadonlySet<string>;
  systemNouns: ReadonlySet<string>;
  receiverNouns: ReadonlySet<string>;
  passedOver: ReadonlySet<string>;
}

/** Kinds of things that phrases can name without a list of their own. */
export const namedKinds: readonly string[] = ['FNO', 'SYSTEM'];

/** All kinds that phrases of the table can name. */
export const kindsOf = ({ kinds }: Pick<WordsTable, 'kinds'>): ReadonlySet<string> =>
  new Set([...namedKinds, ...Object.keys(kinds)]);

const plainSet = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(plain));

const plainMap = <Value>(words: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> =>
  new Map(Object.entries(words).map(([word, value]) => [plain(word), value]));

const NO_KINDS: ReadonlySet<string> = new Set();

const tableOf = (sources: readonly string[], kinds: ReadonlySet<string>): PhraseTable<null> =>
  new PhraseTable(sources.flatMap((source) => phrasesOf(source, null, kinds)));

/** Every name of every system with what it says; F&O's own names first. */
export function systemMeanings({
  systems,
}: Pick<LanguageTables, 'systems'>): { name: string; meaning: SystemMeaning }[] {
  const own: SystemMeaning = { name: 'F&O', isOwn: true, says: {}, isGeneral: false, isUnsure: false };
  const others = systems.groups.flatMap((group) =>
    Object.entries(group.systems).flatMap(([name, aliases]) => {
      const meaning: SystemMeaning = {
        name,
        isOwn: false,
        says: group.says ?? {},
        isGeneral: group.general ?? false,
        isUnsure: group.unsure ?? false,
        ...(group.counterpart && { counterpart: group.counterpart }),
        ...(group.platform && { platform: group.platform }),
      };
      return [name, ...aliases].map((alias) => ({ name: alias, meaning }));
    }),
  );
  return [...systems.own_names.map((name) => ({ name, meaning: own })), ...others];
}

/** The phrases of all fields. */
export function fieldPhrases(words: WordsTable): Phrase<FieldMeaning>[] {
  const kinds = kindsOf(words);
  return Object.entries(words.fields).flatMap(([field, values]) =>
    Object.entries(values).flatMap(([value, { words: certain = [], hints = [] }]) => {
      const phrases = (sources: readonly string[], certainty: Certainty): Phrase<FieldMeaning>[] =>
        sources.flatMap((source) => phrasesOf(source, { field: field as Field, value, certainty }, kinds));
      return [...phrases(certain, 'certain'), ...phrases(hints, 'guess')];
    }),
  );
}

function periodsOf({ periods }: WordsTable): Pick<Lexicon, 'periods' | 'adverbs' | 'per' | 'peak'> {
  const { daily_words, per, peak, ...names } = periods;
  return {
    periods: new Map(
      Object.entries(names).flatMap(([period, list]) =>
        (list as readonly string[]).map((word): [string, Period] => [plain(word), period as Period]),
      ),
    ),
    adverbs: plainMap(daily_words),
    per: plainSet(per),
    peak: plainSet(peak),
  };
}

/** Prepares the tables; takes some milliseconds, so it is done once. */
export function lexiconOf(tables: LanguageTables): Lexicon {
  const { words, systems } = tables;
  const kinds = kindsOf(words);
  const names = systemMeanings(tables);
  return {
    words,
    systems: new PhraseTable(names.flatMap(({ name, meaning }) => phrasesOf(name, meaning, NO_KINDS))),
    systemNames: names.map(({ name, meaning }) => ({ name: plain(name), meaning })),
    ordinary: plainSet(systems.ordinary_words),
    heads: plainSet(systems.heads),
    noName: plainSet(systems.no_name),
    kinds: new PhraseTable(
      // Each line of a kind lists names, so that what stands between two signs may be several words.
      Object.entries(words.kinds).flatMap(([kind, sources]) =>
        sources.flatMap((line) => line.split('|')).flatMap((one) => phrasesOf(one, kind, NO_KINDS)),
      ),
    ),
    fields: new PhraseTable(fieldPhrases(words)),
    ignored: tableOf(words.ignore, kinds),
    denials: {
      before: plainSet(words.denials.before),
      behind: tableOf(words.denials.behind, kinds),
      except: tableOf(words.denials.except, kinds),
      ends: plainSet(words.denials.ends),
    },
    supposed: tableOf(words.supposed, kinds),
    digits: plainMap(words.numbers.digits),
    scales: plainMap(words.numbers.scales),
    spanishScales: plainMap(words.numbers.spanish_scales),
    spanishSigns: plainSet(words.numbers.spanish_signs),
    ...periodsOf(words),
    notRecords: plainSet(words.not_records),
    systemNouns: plainSet(words.systems_of),
    receiverNouns: plainSet(words.receivers_of),
    passedOver: plainSet(words.passed_over),
  };
}
