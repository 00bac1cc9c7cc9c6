import { expect, test } from 'vitest';
import { checkMutatedFile } from '#tests/support/check-mutated-file.ts';
import { mutatedFiles } from '#tests/support/mutated-files.ts';

test('mutated spreadsheets are read or refused with a reason; no good row is lost, every bad cell is reported', async () => {
  const complaints: string[] = [];
  let read = 0;
  for (const file of mutatedFiles(80)) {
    const checked = await checkMutatedFile(file);
    read += Number(checked.read);
    complaints.push(...checked.complaints.map((complaint) => `${file.done}: ${complaint}`));
  }
  expect(complaints).toEqual([]);
  expect(read).toBeGreaterThan(40);
});
