import { z } from 'zod';
import { choices, type Field, fields, guarantees, isChoice, isCount } from '#core/advisor/profile.ts';
import { prose } from './shared.ts';

/** YAML reads a bare `true` or `1` as something else than the word it is here. */
const word = z.preprocess((value) => (typeof value === 'object' ? value : String(value)), prose);
const words = z.array(word);

const ownColumn = z.strictObject({ label: prose, hint: prose });

const valuesOf = (field: Field): readonly string[] => (isChoice(field) ? choices[field] : guarantees);

const bound = z.optional(z.int().min(1));

const severity = z.literal([1, 2, 3, 4]);

/** A text in which the names in braces are filled in, and no others may stand. */
const template = (...names: string[]) =>
  prose.refine((text) => [...text.matchAll(/\{([^}]*)\}/g)].every(([, name = '']) => names.includes(name)), {
    error: names.length === 0 ? 'may hold no name in braces' : `may hold in braces only: ${names.join(', ')}`,
  });

const named = (...names: string[]) => z.strictObject({ severity, title: template(...names) });
const worded = (...names: string[]) =>
  z.strictObject({ severity, title: template(...names), text: template(...names) });

const working = z.strictObject({ label: prose, headers: words });

const waveCondition = z.enum([
  'unsettled',
  'words',
  'migration',
  'critical',
  'beyond-figure',
  'hub-required',
  'uncertain',
  'complex',
  'always',
]);

const waves = z
  .strictObject({
    names: z.array(prose).min(2),
    rules: z.array(
      z.strictObject({
        id: prose,
        wave: z.int().min(0),
        when: z.array(waveCondition).min(1),
        words: z.optional(words),
        unlessWords: z.optional(words),
        isMasterData: z.optional(z.boolean()),
        isFirst: z.optional(z.boolean()),
        reason: prose,
      }),
    ),
    after: template('interface'),
  })
  .refine(({ names, rules }) => rules.every(({ wave }) => wave < names.length), {
    error: 'a rule names a wave that has no name',
  });

const decisions = z.strictObject({
  conflict: named('rule'),
  contradiction: named(),
  'beyond-limit': named('figure'),
  'beyond-guidance': named('figure'),
  'together-beyond-limit': worded('figure', 'interfaces', 'from', 'hours'),
  'together-beyond-guidance': worded('figure', 'interfaces', 'from', 'hours'),
  'hub-without-owner': worded(),
  unread: worded(),
  'no-pattern': worded(),
  'many-patterns': worded('patterns', 'system').extend({ patterns: z.int().min(2) }),
  'same-name': worded(),
  close: worded(),
  uncertain: worded(),
});

/**
 * `content/advisor/inventory.yaml`: the words of other people's spreadsheets, what a programme says about middleware, and
 * what it still has to decide.
 */
export const inventoryFileSchema = z.strictObject({
  columns: z.strictObject({
    id: ownColumn,
    name: ownColumn,
    system: ownColumn,
    window: ownColumn,
    source: ownColumn,
    target: ownColumn,
  }),
  headers: z.partialRecord(z.enum(['id', 'name', 'system', 'window', 'source', 'target', ...fields]), words),
  values: z.strictObject(
    Object.fromEntries(
      fields
        .filter((field) => !isCount(field))
        .map((field) => [field, z.optional(z.partialRecord(z.enum(valuesOf(field) as [string]), words))]),
    ),
  ),
  beside: z.strictObject({
    unit: words,
    firstEnd: words,
    secondEnd: words,
    vague: z.partialRecord(z.enum(fields), words),
    kept: z.array(z.strictObject({ headers: words, with: z.optional(words) })),
    short: z.record(prose, word),
    parts: z.strictObject({ source: words, target: words, system: words, amount: words, measure: words }),
    heads: z.partialRecord(z.enum([...fields, 'not']), words),
    wrappers: words,
    flags: z.strictObject({
      latency: z.partialRecord(z.enum(choices.latency), words),
      direction: z.partialRecord(z.enum(choices.direction), words),
      protocol: z.partialRecord(z.enum(choices.protocol), words),
    }),
    ticks: words,
  }),
  waves,
  working: z.strictObject({ owner: working, status: working, wave: working, note: working }),
  setAside: z.strictObject({
    totals: words,
    sections: z.strictObject({ inbound: words, outbound: words, bidirectional: words, beside: words }),
    shapes: z.strictObject({ 'repeated-header': prose, section: prose, total: prose, hidden: prose, rule: prose }),
    rules: z.array(z.strictObject({ id: prose, text: prose, headers: words, among: z.optional(words), words })),
  }),
  programme: z.array(
    z.strictObject({
      id: prose,
      verdict: z.enum(['advised', 'required']),
      when: z.strictObject({ forced: bound, interfaces: bound, systems: bound }),
      reason: prose,
    }),
  ),
  decisions,
});
