/** Something in `content/` that an editor has to put right: where it stands, what is wrong and what is allowed. */
export interface Problem {
  /** Path below the project's root, with forward slashes on every system. */
  file: string;
  /** Line of the file, from 1; missing where the whole file is meant. */
  line?: number | undefined;
  /** Dotted path of the field, or the part of the text. */
  field: string;
  message: string;
}

/** `content/glossary.yaml:12 › dmf.see.0: "dixf" does not exist …`; editors open the first part as an address. */
export const describeProblem = ({ file, line, field, message }: Problem): string =>
  `${file}${line === undefined ? '' : `:${line}`}${field ? ` › ${field}` : ''}: ${message}`;

/** File by file and from the top down, each problem once. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const byText = new Map(problems.map((problem) => [describeProblem(problem), problem]));
  return [...byText.values()].sort((a, b) => a.file.localeCompare(b.file, 'en') || (a.line ?? 0) - (b.line ?? 0));
}

/** Stops a build; its message lists every problem, one a line. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      `content/ has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems
        .map((problem) => `  ${describeProblem(problem)}`)
        .join('\n')}`,
    );
    this.problems = problems;
  }
}
