import { situationsSchema } from '#content/schemas/situation.ts';
import type { Situation } from '#core/advisor/decision-table.ts';
import { withLines } from './lines.ts';
import { ContentError, type Problem } from './problem.ts';
import { readYaml } from './read-files.ts';

const file = 'content/advisor/situations.yaml';

/** Reads the situations of the decision table, and reports a word that no question offers and a situation told twice. */
export function readSituations(root: string): { situations: readonly Situation[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const situations = readYaml(root, file, situationsSchema, problems) ?? [];
  const told = situations.map(({ situation }) => situation);
  problems.push(
    ...told.flatMap((situation, index) =>
      told.indexOf(situation) < index
        ? [{ file, field: `${index}.situation`, message: `"${situation}" stands twice` }]
        : [],
    ),
  );
  return { situations, problems: withLines(root, problems) };
}

/**
 * The situations of the project that runs.
 *
 * @throws {ContentError} when anything in their file is wrong
 */
export function loadSituations(root = process.cwd()): readonly Situation[] {
  const { situations, problems } = readSituations(root);
  if (problems.length > 0) throw new ContentError(problems);
  return situations;
}
