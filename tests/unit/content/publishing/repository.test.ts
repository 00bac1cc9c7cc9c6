import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { issueTemplates, issueUrl, repositoryOf } from '#content/publishing/repository.ts';

const folder = '.github/ISSUE_TEMPLATE';

test('the templates that the site names are those of the repository, by their names', () => {
  const files = readdirSync(folder).filter((file) => file !== 'config.yml');
  const names = files.map((file) => {
    const { name } = parse(readFileSync(`${folder}/${file}`, 'utf8')) as { name: string };
    return [file.replace('.yml', ''), name];
  });
  expect(Object.fromEntries(names)).toEqual(issueTemplates);
});

test.each([
  [
    'an address that was set',
    { REPOSITORY_URL: 'https://code.example/team/advisor/' },
    'https://code.example/team/advisor',
  ],
  [
    'the repository whose workflow builds the site',
    { GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'team/advisor' },
    'https://github.example/team/advisor',
  ],
  ['nothing, where nobody said it', {}, undefined],
  ['nothing, where half of it is said', { GITHUB_REPOSITORY: 'team/advisor' }, undefined],
])('the project is kept at %s', (_story, env, expected) => {
  expect(repositoryOf(env)).toBe(expected);
});

test('an issue is begun from its template', () => {
  expect(issueUrl('https://code.example/team/advisor', 'wrong-fact')).toBe(
    'https://code.example/team/advisor/issues/new?template=wrong-fact.yml',
  );
});
