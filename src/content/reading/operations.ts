import type { z } from 'zod';
import { operationsFileSchema, serviceLevelsSchema } from '#content/schemas/rule-book.ts';
import { type OperationsBook, operationsSectionIds } from '#core/advisor/rule-book.ts';
import { listFiles, readYaml } from './read-files.ts';
import { operationsFolder, type RuleCompiler } from './rule-compiler.ts';

function operationsItems(
  file: string,
  plan: z.infer<typeof operationsFileSchema>,
  levelNames: readonly string[],
  compiler: RuleCompiler,
): OperationsBook['items'][number][] {
  return operationsSectionIds.flatMap((section) =>
    plan[section].map(({ when, unless, middleware, ...raw }, index) => {
      const field = `${section}.${index}`;
      for (const [, name = ''] of raw.text.matchAll(/\{sla:([^}]*)\}/g)) {
        if (levelNames.length > 0 && !levelNames.includes(name)) {
          compiler.report(file, `${field}.text`, `{sla:${name}} is not one of ${levelNames.join(', ')}`);
        }
      }
      return {
        section,
        pattern: plan.pattern,
        text: compiler.text(raw.text, file, `${field}.text`),
        evidence: raw.evidence,
        sources: compiler.sources(raw, file, `${field}.sources`),
        ...(middleware && { middleware }),
        ...(when && { when: compiler.clauses(when, file, `${field}.when`) }),
        ...(unless && { unless: compiler.clauses(unless, file, `${field}.unless`) }),
      };
    }),
  );
}

const hubFile = 'content/advisor/operations/hub.yaml';
const levelsFile = 'content/advisor/operations/service-levels.yaml';

/** Reads the plans of all patterns, and the numbers that they propose. */
export function readOperations(root: string, compiler: RuleCompiler): OperationsBook {
  const levels = (readYaml(root, levelsFile, serviceLevelsSchema, compiler.problems) ?? []).map((level, index) => ({
    ...level,
    detect: compiler.withOwnNumbers(level.detect, levelsFile, `${index}.detect`),
    recover: compiler.withOwnNumbers(level.recover, levelsFile, `${index}.recover`),
  }));
  const levelNames = Object.keys(levels[0] ?? {});
  const items = listFiles(root, operationsFolder, '.yaml')
    .filter((file) => file !== levelsFile)
    // What holds for any pattern comes behind what the pattern itself says.
    .toSorted((a, b) => Number(a === hubFile) - Number(b === hubFile))
    .flatMap((file) => {
      const plan = readYaml(root, file, operationsFileSchema, compiler.problems);
      return plan ? operationsItems(file, plan, levelNames, compiler) : [];
    });
  return { levels, items };
}
