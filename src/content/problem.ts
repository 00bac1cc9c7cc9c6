/** Something in `content/` that an editor has to mend: where it stands and what is wrong with it. */
export interface Problem {
  /** Path below the project's root, with forward slashes on every system. */
  file: string;
  /** Dotted path of the field, or the place in the text. */
  field: string;
  message: string;
}

export const describeProblem = ({ file, field, message }: Problem): string =>
  `${file}${field ? ` › ${field}` : ''}: ${message}`;

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
