import { readFileSync } from 'node:fs';

/** `npm run licences`: holds the licence of every package that can be installed against those that this project may use. */

/** Permissive, or copyleft that ends at the package's own files or at linking and reaches nothing that is published. */
const permitted: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
  'Python-2.0',
  'Zlib',
]);

interface LockedPackage {
  license?: string;
  /** Builds for other systems: the lock file does not know their licence, their main package's is the same. */
  optional?: boolean;
}

/** Whether one of the alternatives of an expression without parentheses names permitted licences alone. */
const isPermittedChoice = (expression: string): boolean =>
  expression.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => permitted.has(licence.trim())));

/** Whether a package may be used under an SPDX expression such as `MIT OR (Apache-2.0 AND ISC)`. */
function isPermitted(expression: string): boolean {
  const innermost = /\(([^()]*)\)/;
  let rest = expression;
  while (innermost.test(rest)) {
    rest = rest.replace(innermost, (_, part: string) => (isPermittedChoice(part) ? 'MIT' : 'refused'));
  }
  return isPermittedChoice(rest);
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const installed = Object.entries(packages).filter(([path]) => path !== '');
const faults = installed
  .filter(([, { license, optional }]) => (license === undefined ? !optional : !isPermitted(license)))
  .map(([path, { license }]) => `${path.replace(/^.*node_modules\//, '')}: ${license ?? 'no licence named'}`);

const counts = Map.groupBy(
  installed,
  ([, { license, optional }]) => license ?? (optional ? 'for other systems' : 'none'),
);
for (const [licence, all] of [...counts].sort(([, a], [, b]) => b.length - a.length)) {
  console.log(`${String(all.length).padStart(5)}  ${licence}`);
}
for (const fault of faults) console.error(`not permitted: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
