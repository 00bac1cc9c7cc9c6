import { expect, test } from 'vitest';
import { checkMutatedFile } from './check-mutated-file.ts';
import { noteEnd, noteInput, runs, seed } from './each-input.ts';
import { mutatedFiles } from './mutated-files.ts';

/** Catches a file that is read for ever, however busy the machine is. */
const TEN_MINUTES = 600_000;

test(
  'spoilt spreadsheets are read or refused with a reason; no good row is lost, every bad cell is reported',
  async () => {
    const complaints: string[] = [];
    let read = 0;
    let number = 0;
    const count = runs(80);
    for (const file of mutatedFiles(count, seed)) {
      number += 1;
      noteInput('import', number, file.done);
      const checked = await checkMutatedFile(file);
      read += Number(checked.read);
      complaints.push(
        ...checked.complaints.map((complaint) => `seed ${seed}, file ${number}, ${file.done}: ${complaint}`),
      );
    }
    noteEnd('import');
    expect(complaints).toEqual([]);
    expect(read).toBeGreaterThan(count / 2);
  },
  TEN_MINUTES,
);
