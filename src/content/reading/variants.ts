import type { z } from 'zod';
import type { variantsFileSchema } from '#content/schemas/rule-book.ts';
import type { Clause, PatternId, RuleBook, VariantChoice, VariantRule } from '#core/advisor/rule-book.ts';
import { middlewareFile, type RuleCompiler } from './rule-compiler.ts';

type RawChoice = z.infer<typeof variantsFileSchema>['choices'][number];

/** The conditions of a variant for all other cases: one clause without a test, which always holds. */
const always: readonly Clause[] = [[]];

/** Of a choice, either one variant is meant for all other cases and stands last, or it says what is left undecided. */
function reportLastVariant({ id, undecided, variants }: RawChoice, file: string, compiler: RuleCompiler): void {
  const fallbacks = variants.flatMap((one, index) => ('otherwise' in one && one.otherwise ? [index] : []));
  if (fallbacks.length === 0 && undecided === undefined) {
    const message =
      'needs a last variant with "otherwise: true", or "undecided" with what is said where no answer asks for one';
    compiler.report(file, id, message);
  }
  if (fallbacks.length > 0 && undecided !== undefined) {
    compiler.report(file, `${id}.undecided`, 'is never said, because one variant has "otherwise: true"');
  }
  for (const index of fallbacks) {
    if (index === variants.length - 1) continue;
    compiler.report(
      file,
      `${id}.variants.${index}.otherwise`,
      'must stand last; those behind it could never be chosen',
    );
  }
}

/** A choice of a pattern with its variants, compiled. */
export function variantChoice(
  file: string,
  pattern: PatternId,
  raw: RawChoice,
  kinds: RuleBook['kinds'],
  compiler: RuleCompiler,
): VariantChoice {
  reportLastVariant(raw, file, compiler);
  const variants = raw.variants.map((one, index): VariantRule => {
    const field = `${raw.id}.variants.${index}`;
    const fill = (key: 'needs' | 'limits') =>
      one[key].map((text, line) => compiler.text(text, file, `${field}.${key}.${line}`));
    const own = { pattern, name: one.name, needs: fill('needs'), limits: fill('limits') };
    // What it needs and where it ends may rest on figures of their own.
    const text = [...one.needs, ...one.limits].join(' ');
    const extra = 'kind' in one ? one.sources : [];
    const told = compiler.sources({ text, evidence: 'judgement', sources: extra }, file, `${field}.sources`);
    if ('kind' in one) {
      const kind = kinds.find((rule) => rule.kind === one.kind);
      if (!kind) compiler.report(file, `${field}.kind`, `${middlewareFile} has no kind "${one.kind}"`);
      const { when = [], unless = [], evidence = 'judgement', reason = '', sources = [] } = kind ?? {};
      return { ...own, id: one.kind, when, unless, evidence, reason, sources: [...sources, ...told], otherwise: false };
    }
    const grounds = compiler.grounds({ ...one, when: one.when ?? [] }, file);
    const sources = [...new Set([...grounds.sources, ...told])];
    return { ...grounds, ...own, sources, ...(one.otherwise && { when: always }), otherwise: one.otherwise ?? false };
  });
  const { id, title, undecided } = raw;
  return { id, pattern, title, ...(undecided !== undefined && { undecided }), variants };
}
