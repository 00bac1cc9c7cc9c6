import { boundsDropped } from '#content/checking/figure-bounds.ts';
import { figuresNamed, figureText, fillFigures } from '#content/publishing/figures-text.ts';
import type { Condition } from '#content/schemas/rule-book.ts';
import type { CapacityRule, Clause, FieldTest, Grounds, Range } from '#core/advisor/rule-book.ts';
import { withAssumptions } from './assumptions.ts';
import type { Library } from './entries.ts';
import { faultOf, type Ledgers, ledgersOf } from './ledger.ts';
import type { Problem } from './problem.ts';

export const middlewareFile = 'content/advisor/middleware.yaml';
export const conflictsFile = 'content/advisor/conflicts.yaml';
export const partsFile = 'content/advisor/parts.yaml';
export const operationsFolder = 'content/advisor/operations';
const afterChoice: readonly string[] = [middlewareFile, conflictsFile];
/** What parts and plans may test beside the answers, because it has been decided when they are read. */
const decidedFacts: readonly string[] = ['primary', 'variant', 'middleware', 'hub'];

/** Hours over which a day's records are spread. */
const HOURS = 24;

interface RawGrounds {
  id: string;
  when: Condition | Condition[];
  unless?: Condition | Condition[] | undefined;
  evidence: Grounds['evidence'];
  reason: string;
  sources: string[];
}

/** Turns what an architect writes into what the evaluator tests, and reports what refers to nothing. */
export class RuleCompiler {
  readonly problems: Problem[] = [];
  readonly usedSources = new Set<string>();
  readonly #library: Library;
  readonly #ledgers: Ledgers;
  /** Files of the statements read so far, by their ids. */
  readonly #ids = new Map<string, string>();
  /** Fields that questions ask for; all of them where the questions cannot be read. */
  #asked: readonly string[] | undefined;

  constructor(library: Library) {
    this.#library = library;
    this.#ledgers = ledgersOf(library);
  }

  /** Conditions may test these fields alone: one that nobody is asked for would never be settled. */
  allowOnly(asked: readonly string[]): void {
    this.#asked = [...new Set(asked)];
  }

  #checkField(name: string, file: string, field: string): void {
    if (!this.#asked) return;
    // Which pattern is chosen is known once the patterns have been weighed, and so on.
    const isDesign = file === partsFile || file.startsWith(operationsFolder);
    const decided = isDesign ? decidedFacts : afterChoice.includes(file) ? ['primary'] : [];
    const allowed = [...this.#asked, ...decided];
    if (!allowed.includes(name)) {
      this.report(file, `${field}.${name}`, `no question asks for "${name}"; allowed are ${allowed.join(', ')}`);
    }
  }

  report(file: string, field: string, message: string): void {
    this.problems.push({ file, field, message });
  }

  #reference(id: string, kind: 'source' | 'figure', file: string, field: string): void {
    const fault = faultOf(id, this.#ledgers[kind]);
    if (fault) this.report(file, field, fault);
  }

  /** Looks a bound up in the ledger unless it is a number already. */
  #bound(value: number | string, file: string, field: string): number {
    if (typeof value === 'number') return value;
    const figure = this.#library.figures.get(value);
    if (typeof figure?.value === 'number') return figure.value;
    if (figure) this.report(file, field, `figure "${value}" holds no number`);
    else this.#reference(value, 'figure', file, field);
    return 0;
  }

  #clause({ load: _, ...condition }: Condition, file: string, field: string): Clause {
    return Object.entries(condition).flatMap(([name, test]): FieldTest[] => {
      if (test === undefined) return [];
      this.#checkField(name, file, field);
      const tested = name as FieldTest['field'];
      if (typeof test === 'string') return [{ field: tested, anyOf: [test] }];
      if (Array.isArray(test)) return [{ field: tested, anyOf: test }];
      const bounds = Object.entries(test).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, this.#bound(value, file, `${field}.${name}.${key}`)]],
      );
      return [{ field: tested, range: Object.fromEntries(bounds) as Range }];
    });
  }

  text(raw: string, file: string, field: string): string {
    for (const id of figuresNamed(raw)) {
      if (!this.#library.figures.has(id)) {
        this.#reference(id, 'figure', file, field);
        return raw;
      }
      this.usedSources.add(this.#library.figures.get(id)?.source ?? '');
    }
    for (const id of boundsDropped(raw, this.#library.figures)) {
      const bound = this.#library.figures.get(id)?.bound;
      this.report(file, field, `drops the bound "${bound}" of ${id}: say it in that sentence`);
    }
    return fillFigures(raw, this.#library.figures);
  }

  /** A text with our own numbers, such as `{critical-detect}`, as `content/assumptions.yaml` has them. */
  withOwnNumbers(raw: string, file: string, field: string): string {
    const { text } = withAssumptions(raw, this.#library.assumptions.assumptions);
    const [left] = text.match(/\{[^}]*\}/) ?? [];
    if (left) this.report(file, field, `${left} is not in content/assumptions.yaml`);
    return text;
  }

  /** The sources of a statement: those it names, and those of the figures in its text. */
  sources(
    raw: { text: string; evidence: Grounds['evidence']; sources: string[] },
    file: string,
    field: string,
  ): string[] {
    const fromFigures = figuresNamed(raw.text).flatMap((id) => this.#library.figures.get(id)?.source ?? []);
    const all = [...new Set([...raw.sources, ...fromFigures])];
    for (const id of all) {
      const index = raw.sources.indexOf(id);
      if (this.#library.sources.has(id)) this.usedSources.add(id);
      else if (index >= 0) this.#reference(id, 'source', file, `${field}.${index}`);
    }
    if (all.length === 0 && raw.evidence !== 'judgement') {
      this.report(file, field, `evidence "${raw.evidence}" needs a source`);
    }
    return all;
  }

  /** A condition as clauses: one, or with a load two, since either the busiest hour or the whole day reaches it. */
  #alternatives(condition: Condition, file: string, field: string): Clause[] {
    const rest = this.#clause(condition, file, field);
    if (!condition.load) return [rest];
    const [key, value] = Object.entries(condition.load)[0] as ['above' | 'from', number | string];
    const anHour = this.#bound(value, file, `${field}.load.${key}`);
    return [
      [...rest, { field: 'peak_batch_records', range: { [key]: anHour } }],
      [...rest, { field: 'volume_per_day', range: { [key]: anHour * HOURS } }],
    ];
  }

  clauses(when: Condition | Condition[], file: string, field: string): Clause[] {
    if (!Array.isArray(when)) return this.#alternatives(when, file, field);
    return when.flatMap((condition, index) => this.#alternatives(condition, file, `${field}.${index}`));
  }

  /** A figure that must hold a number, in numbers and in words. */
  limit(id: string, file: string, field: string): Pick<CapacityRule, 'limit' | 'limitText' | 'kind' | 'source'> {
    const limit = this.#bound(id, file, field);
    const figure = this.#library.figures.get(id);
    if (!figure) return { limit, limitText: '', kind: '', source: '' };
    this.usedSources.add(figure.source);
    return { limit, limitText: `${figureText(figure)}, ${figure.scope}`, kind: figure.kind, source: figure.source };
  }

  /** Notes the id of a statement; the same one a second time is a fault. */
  identify(id: string, file: string): void {
    const first = this.#ids.get(id);
    if (first) this.report(file, id, `this id stands in ${first} already`);
    this.#ids.set(id, file);
  }

  grounds(raw: RawGrounds, file: string): Grounds {
    this.identify(raw.id, file);
    return {
      id: raw.id,
      when: this.clauses(raw.when, file, `${raw.id}.when`),
      unless: raw.unless ? this.clauses(raw.unless, file, `${raw.id}.unless`) : [],
      evidence: raw.evidence,
      reason: this.text(raw.reason, file, `${raw.id}.reason`),
      sources: this.sources({ ...raw, text: raw.reason }, file, `${raw.id}.sources`),
    };
  }
}
