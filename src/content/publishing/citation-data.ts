import { tagsIn } from '#content/reading/body.ts';
import type { BehaviourEntry, FigureEntry, Library } from '#content/reading/entries.ts';
import type { Figure } from '#content/schemas/figure.ts';
import { typeset } from '#content/schemas/shared.ts';
import type { Source } from '#content/schemas/source.ts';
import { copyText } from './copy-text.ts';
import { boundedText, figuresNamed } from './figures-text.ts';

/** A copy that is older than this shows its year wherever it is cited. */
const YOUNG_MONTHS = 18;

/** A platform as a reader knows it. */
const platformNames: Readonly<Record<NonNullable<Figure['platform']>, string>> = {
  'lifecycle-services': 'environments in Lifecycle Services',
  unified: 'environments in the Power Platform admin centre',
  both: 'Lifecycle Services and the Power Platform admin centre alike',
};

/** A fact of the ledger, with everything without which it would be another fact. */
export interface FactData {
  id: string;
  /** A figure with its bound, `at most 10,000 records`; a behaviour as a sentence. */
  text: string;
  /** What a figure counts; a behaviour says it in its sentence. */
  scope: string | undefined;
  condition: string | undefined;
  /** Where it holds, in words; `undefined` where the two ways of running F&O do not differ. */
  platform: string | undefined;
  /** The words of the source that carry it, at most 15. */
  anchor: string | undefined;
  /** What other sources say. */
  disagreement: string | undefined;
  /** Day by which it has to be looked up again, `YYYY-MM-DD`. */
  reviewBy: string;
}

/** What a reader should know of a citation before relying on it. */
export interface CitationData {
  id: string;
  title: string;
  publisher: string;
  url: string;
  /** Age of the copy that was read: `copy of 19 June 2020`. */
  copy: string;
  /** Year of a copy older than 18 months; `undefined` for a younger copy and one without a date. */
  year: string | undefined;
  /** Whether somebody else than the vendor says it. */
  isSecondary: boolean;
  note: string | undefined;
  /** The figure or behaviour for which the source is cited; `undefined` where the citation names none. */
  fact: FactData | undefined;
}

/** A figure of the ledger as a citation gives it. */
export const figureFact = (figure: FigureEntry): FactData => ({
  id: figure.id,
  text: boundedText(figure),
  scope: figure.versions ? `${figure.scope} (${figure.versions})` : figure.scope,
  condition: figure.condition,
  platform: figure.platform && platformNames[figure.platform],
  anchor: figure.anchor && typeset(figure.anchor),
  disagreement: figure.disagreement,
  reviewBy: figure.reviewBy,
});

/** A behaviour of the ledger as a citation gives it. */
export const behaviourFact = (behaviour: BehaviourEntry): FactData => ({
  id: behaviour.id,
  text: behaviour.statement,
  scope: undefined,
  condition: behaviour.condition,
  platform: behaviour.platform && platformNames[behaviour.platform],
  anchor: typeset(behaviour.anchor),
  disagreement: behaviour.disagreement,
  reviewBy: behaviour.reviewBy,
});

/** A fact in one sentence: what it says, what it counts, when and where it holds; its anchor stands apart. */
export function factSentence({ text, scope, condition, platform }: FactData): string {
  const subject = scope ? `${text}: ${scope}` : text.replace(/\.$/, '');
  const sentence = [subject, condition, platform].filter((part) => part !== undefined).join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/**
 * Every figure and behaviour that a page names, in order of first use: in its body, and in the texts around it.
 *
 * @param texts verdict, limits and the like, which name figures in `{braces}`
 */
export function factsNamed(
  { body }: { body: string },
  texts: readonly string[],
  { figures, behaviours }: Pick<Library, 'figures' | 'behaviours'>,
): { source: string; fact: FactData }[] {
  const inBody = tagsIn(body).flatMap(({ name, id, behaviour }) => (name === 'Fact' ? id : behaviour) ?? []);
  return [...new Set([...texts.flatMap(figuresNamed), ...inBody])].flatMap((id) => {
    const [figure, behaviour] = [figures.get(id), behaviours.get(id)];
    if (figure) return [{ source: figure.source, fact: figureFact(figure) }];
    return behaviour ? [{ source: behaviour.source, fact: behaviourFact(behaviour) }] : [];
  });
}

/**
 * The year of a copy that is older than 18 months on that day, to be shown wherever the source is cited; `undefined` for
 * a younger copy and for one without a date.
 *
 * @param today `YYYY-MM-DD`
 */
export function yearOfOldCopy({ dated }: Pick<Source, 'dated'>, today: string): string | undefined {
  if (dated === 'undated') return undefined;
  const oldest = new Date(`${today}T00:00:00Z`);
  oldest.setUTCMonth(oldest.getUTCMonth() - YOUNG_MONTHS);
  return dated < oldest.toISOString().slice(0, 10) ? dated.slice(0, 4) : undefined;
}

/**
 * All that a citation can tell: the source, the age of its copy, and the figure or behaviour it is cited for with bound,
 * condition, platform and anchor.
 *
 * @param source id of the source
 * @param fact id of the figure or of the behaviour for which it is cited there, if the citation names one
 * @param today `YYYY-MM-DD`, by which the age of the copy is judged
 * @throws {Error} when no source, or neither a figure nor a behaviour, has that id; the content check names the place
 */
export function citationData(
  { sources, figures, behaviours }: Pick<Library, 'sources' | 'figures' | 'behaviours'>,
  { source: id, fact, today }: { source: string; fact?: string | undefined; today: string },
): CitationData {
  const source = sources.get(id);
  if (!source) throw new Error(`No source has the id "${id}"`);
  const figure = fact === undefined ? undefined : figures.get(fact);
  const behaviour = fact === undefined ? undefined : behaviours.get(fact);
  if (fact !== undefined && !figure && !behaviour) throw new Error(`No figure or behaviour has the id "${fact}"`);
  return {
    id,
    title: source.title,
    publisher: source.publisher,
    url: source.url,
    copy: copyText(source),
    year: yearOfOldCopy(source, today),
    isSecondary: source.grade === 'C',
    note: source.note,
    fact: (figure && figureFact(figure)) ?? (behaviour && behaviourFact(behaviour)),
  };
}
