import { checkMutatedFile } from './check-mutated-file.ts';
import { mutatedFiles } from './mutated-files.ts';

/** `npm run fuzz:inventory [-- COUNT [SEED]]`: spoilt spreadsheets, 2,000 unless given; a complaint ends it with status 1. */
const COUNT = Number(process.argv[2] ?? 2000);
const SEED = Number(process.argv[3] ?? 2026);
const counts = { files: 0, read: 0, rows: 0, rejectedCells: 0, complaints: 0, slowest: 0, slowestBy: '' };

for (const file of mutatedFiles(COUNT, SEED)) {
  const start = performance.now();
  const { complaints, read, rows, rejectedCells } = await checkMutatedFile(file);
  const took = performance.now() - start;
  counts.files += 1;
  counts.read += Number(read);
  counts.rows += rows;
  counts.rejectedCells += rejectedCells;
  counts.complaints += complaints.length;
  if (took > counts.slowest) Object.assign(counts, { slowest: Math.round(took), slowestBy: file.done });
  for (const complaint of complaints) console.error(`file ${counts.files} (${file.done}): ${complaint}`);
}
console.log(
  `${counts.files} files: ${counts.read} read, ${counts.files - counts.read} refused with a reason; ${counts.rows} rows, ` +
    `${counts.rejectedCells} cells rejected and reported; slowest ${counts.slowest} ms (${counts.slowestBy}); ` +
    `${counts.complaints} complaints`,
);
process.exitCode = counts.complaints > 0 ? 1 : 0;
