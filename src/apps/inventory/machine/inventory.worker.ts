import { decisionDesk } from '#apps/inventory/deciding/decision-desk.ts';
import { importDesk } from '#apps/inventory/reading/import-desk.ts';
import { MOST_LISTED } from '#apps/inventory/reading/most-listed.ts';
import { UnreadableFile } from '#apps/inventory/reading/table.ts';
import { exportFile } from '#apps/inventory/writing/export-files.ts';
import { MissingPart } from './missing-part.ts';
import type { FromWorker, Part, Requests, Setup, ToWorker } from './protocol.ts';

/** The worker's end: reads, decides and writes, so that the page never waits. It has nothing to say to any server. */

/** Rows in one message: what the page unpacks in a few milliseconds. */
const PART = 500;

const post = (message: FromWorker): void => self.postMessage(message);

function deskFor({ book, vocabulary }: Setup) {
  return { book, vocabulary, imports: importDesk(vocabulary, book), decisions: decisionDesk(vocabulary, book) };
}

let desk: ReturnType<typeof deskFor> | undefined;

async function answer({ name, given }: ToWorker, tell: (part: Part) => void): Promise<Requests[typeof name]['answer']> {
  if (name === 'setUp') {
    desk = deskFor(given);
    return undefined;
  }
  if (!desk) throw new Error('The worker was asked before it was set up.');
  const { book, vocabulary, imports, decisions } = desk;
  switch (name) {
    case 'open':
      return imports.open(given.source, given.corrections, () => tell({ of: 'reading' }));
    case 'preview':
      return imports.preview(given);
    case 'take': {
      const { rows, ...found } = imports.take(given.mapping, given.firstKey);
      decisions.know(rows);
      for (let at = 0; at < rows.length; at += PART) tell({ of: 'rows', rows: rows.slice(at, at + PART) });
      return { ...found, rows: [], faults: found.faults.slice(0, MOST_LISTED) };
    }
    case 'know':
      decisions.know(given);
      return undefined;
    case 'update':
      return decisions.update(given, {
        onOutcomes: (outcomes, done) => tell({ of: 'outcomes', outcomes, done }),
        onProgramme: (programme) => tell({ of: 'programme', programme }),
        onBlanks: (blanks, looked) => tell({ of: 'blanks', blanks, looked }),
      });
    case 'export':
      return exportFile(
        given.kind,
        { inventory: given.inventory, rows: decisions.decidedRows(), vocabulary, book },
        (done) => tell({ of: 'progress', done }),
      );
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  const { id } = data;
  try {
    post({ id, type: 'answer', answer: await answer(data, (part) => post({ id, type: 'part', part })) });
  } catch (error) {
    const of = error instanceof UnreadableFile ? 'input' : error instanceof MissingPart ? 'part' : 'program';
    post({ id, type: 'failure', message: error instanceof Error ? error.message : String(error), of });
  }
});
