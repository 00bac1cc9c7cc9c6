import { resolve } from 'node:path';
import type { KeptContent } from './kept-content.ts';

/**
 * Content of each project that is built in this process. A build runs copies of the same modules beside each other, those
 * of its configuration and those bundled with the pages, so that a variable of a module would be two.
 */
const shelf = Symbol.for('pattern-advisor: content of the build');
const shelved = globalThis as typeof globalThis & { [shelf]?: Map<string, KeptContent> };

/** Hands what a build has read and checked to all of its steps, or takes it away again. */
export function shareContent(root: string, content: KeptContent | undefined): void {
  shelved[shelf] ??= new Map();
  if (content) shelved[shelf].set(resolve(root), content);
  else shelved[shelf].delete(resolve(root));
}

/** What the build that runs in this process has read; missing outside a build, where content may change at any time. */
export const contentOfBuild = (root: string): KeptContent | undefined => shelved[shelf]?.get(resolve(root));
