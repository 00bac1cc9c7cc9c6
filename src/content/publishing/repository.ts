/** The issue templates by which readers report something, as their files below `.github/ISSUE_TEMPLATE/` are called. */
export const issueTemplates = {
  'wrong-fact': 'A wrong fact',
  'wrong-recommendation': 'A wrong recommendation',
  'missing-question': 'A missing question',
} as const;

export type IssueTemplate = keyof typeof issueTemplates;

/**
 * Where the project that is built is kept, without a slash at the end: `REPOSITORY_URL`, or what GitHub says of the
 * repository whose workflow builds it. Missing for a build that nobody has told.
 */
export function repositoryOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { REPOSITORY_URL, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = env;
  const url = REPOSITORY_URL || (GITHUB_SERVER_URL && GITHUB_REPOSITORY && `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`);
  return url ? url.replace(/\/+$/, '') : undefined;
}

/** Address at which an issue from that template is begun. */
export const issueUrl = (repository: string, template: IssueTemplate): string =>
  `${repository}/issues/new?template=${template}.yml`;
