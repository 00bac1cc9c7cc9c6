import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where tests keep what they were told to expect, one file a text. */
export const recordsFolder = 'tests/fixtures/records';

/** What a test says that finds a recording out of date. */
export const renewHint = 'not as recorded; if the change is meant, "npm run renew" records it anew';

/** Texts by the names of their files. */
export type Recordings = ReadonlyMap<string, string>;

export interface RecordingChange {
  name: string;
  kind: 'new' | 'changed' | 'gone';
  /** Lines that were not there before. */
  added: number;
  /** Lines that are there no more. */
  removed: number;
}

export function readRecordings(folder = recordsFolder): Recordings {
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** Leaves in a folder what is given, and nothing else. */
export function writeRecordings(recordings: Recordings, folder = recordsFolder): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of recordings) writeFileSync(join(folder, name), text);
}

/** How many lines of a text are not in the other one; a line that stands twice counts twice, an empty one never. */
function linesOnlyIn(text: string, other: string): number {
  const linesOf = (all: string): string[] => all.split('\n').filter(Boolean);
  const left = Map.groupBy(linesOf(other), (line) => line);
  return linesOf(text).filter((line) => left.get(line)?.pop() === undefined).length;
}

/** What differs between two states of a folder, by name. */
export function changesBetween(before: Recordings, after: Recordings): RecordingChange[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return names.flatMap((name): RecordingChange[] => {
    const [old, current] = [before.get(name), after.get(name)];
    if (old === current) return [];
    const counts = { added: linesOnlyIn(current ?? '', old ?? ''), removed: linesOnlyIn(old ?? '', current ?? '') };
    return [{ name, kind: old === undefined ? 'new' : current === undefined ? 'gone' : 'changed', ...counts }];
  });
}

/** One line for one file: `changed  web-orders.md  +3 -2`. */
export const describeChange = ({ name, kind, added, removed }: RecordingChange): string =>
  `  ${kind.padEnd(8)} ${name}  +${added} -${removed}`;
