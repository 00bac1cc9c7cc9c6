import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The arguments of Node with which a site is built by its own `npm run build`.
 *
 * @throws {Error} when the script is not a program of Node
 */
export function buildCommand(root: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { build: string } };
  const [program, ...args] = scripts.build.split(' ');
  if (program !== 'node') throw new Error(`${root} is not built by Node: ${scripts.build}`);
  return args;
}
