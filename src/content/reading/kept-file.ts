import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** What a build has worked out, kept for the next one under a key of all that decides on it. */
interface Kept<T> {
  key: string;
  value: T;
}

/** What was kept in a file under that key; `undefined` where there is no such file, it is damaged, or the key another. */
export function readKept<T>(file: string, key: string): T | undefined {
  try {
    const kept = deserialize(readFileSync(file)) as Kept<T>;
    return kept.key === key ? kept.value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value of plain data in a file; a build that is cut off leaves no half of it under the name of a whole one. */
export function keep<T>(file: string, key: string, value: T): void {
  const kept: Kept<T> = { key, value };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.unfinished`, serialize(kept));
  renameSync(`${file}.unfinished`, file);
}
