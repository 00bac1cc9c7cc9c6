import { decisionSession } from '#apps/inventory/deciding/decision-session.ts';
import { importSession } from '#apps/inventory/reading/import-session.ts';
import { MOST_LISTED } from '#apps/inventory/reading/most-listed.ts';
import { UnreadableFile } from '#apps/inventory/reading/table.ts';
import { exportFile } from '#apps/inventory/writing/export-files.ts';
import { lexiconOf } from '#core/language/lexicon.ts';
import { MissingPart } from './missing-part.ts';
import type { FromWorker, Part, Requests, Setup, ToWorker } from './protocol.ts';

/** The worker's end: reads, decides and writes, so that the page never waits. It has nothing to say to any server. */

/** Rows in one message: what the page unpacks in a few milliseconds. */
const PART = 500;

const post = (message: FromWorker): void => self.postMessage(message);

function sessionsFor({ book, vocabulary, language }: Setup) {
  const imports = importSession(vocabulary, book, lexiconOf(language));
  return { book, vocabulary, imports, decisions: decisionSession(vocabulary, book) };
}

let sessions: ReturnType<typeof sessionsFor> | undefined;

async function answer({ name, given }: ToWorker, send: (part: Part) => void): Promise<Requests[typeof name]['answer']> {
  if (name === 'setUp') {
    sessions = sessionsFor(given);
    return undefined;
  }
  if (!sessions) throw new Error('The worker was asked before it was set up.');
  const { book, vocabulary, imports, decisions } = sessions;
  switch (name) {
    case 'open':
      return imports.open(given.source, given.corrections, () => send({ of: 'reading' }));
    case 'chooseHeader':
      return imports.chooseHeader(given.sheet, given.choice, given.corrections);
    case 'preview':
      return imports.preview(given);
    case 'take': {
      const { rows, ...found } = imports.take(given.mapping, given.firstKey);
      decisions.putRows(rows);
      for (let at = 0; at < rows.length; at += PART) send({ of: 'rows', rows: rows.slice(at, at + PART) });
      return { ...found, rows: [], faults: found.faults.slice(0, MOST_LISTED) };
    }
    case 'putRows':
      decisions.putRows(given);
      return undefined;
    case 'update':
      return decisions.update(given, {
        onOutcomes: (outcomes, done) => send({ of: 'outcomes', outcomes, done }),
        onProgramme: (programme) => send({ of: 'programme', programme }),
        onBlanks: (blanks, looked) => send({ of: 'blanks', blanks, looked }),
      });
    case 'export':
      return exportFile(
        given.kind,
        { inventory: given.inventory, rows: decisions.decidedRows(), vocabulary, book },
        (done) => send({ of: 'progress', done }),
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
