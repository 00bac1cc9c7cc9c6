import { compareLists } from '#apps/inventory/deciding/compare.ts';
import { decider } from '#apps/inventory/deciding/decide.ts';
import { decisionSession } from '#apps/inventory/deciding/decision-session.ts';
import { importSession } from '#apps/inventory/reading/import-session.ts';
import { MOST_LISTED } from '#apps/inventory/reading/most-listed.ts';
import { projectIn, readList } from '#apps/inventory/reading/read-list.ts';
import { UnreadableFile } from '#apps/inventory/reading/table.ts';
import { cellUnderstander } from '#apps/inventory/reading/understood-cell.ts';
import { exportFile } from '#apps/inventory/writing/export-files.ts';
import { lexiconOf } from '#core/language/lexicon.ts';
import { profileOf, sharedAnswers } from './inventory.ts';
import { loadPart, MissingPart } from './missing-part.ts';
import type { FromWorker, Part, Requests, Setup, ToWorker } from './protocol.ts';

/** The worker's end: reads, decides and writes, so that the page never waits. It has nothing to say to any server. */

/** Rows in one message: what the page unpacks in a few milliseconds. */
const PART = 500;

const post = (message: FromWorker): void => self.postMessage(message);

function sessionsFor({ book, vocabulary, language }: Setup) {
  const lexicon = lexiconOf(language);
  const imports = importSession(vocabulary, book, lexicon);
  return {
    book,
    vocabulary,
    imports,
    lexicon,
    language: cellUnderstander(lexicon),
    decisions: decisionSession(vocabulary, book),
  };
}

let sessions: ReturnType<typeof sessionsFor> | undefined;

async function answer({ name, given }: ToWorker, send: (part: Part) => void): Promise<Requests[typeof name]['answer']> {
  if (name === 'setUp') {
    sessions = sessionsFor(given);
    return undefined;
  }
  if (!sessions) throw new Error('The worker was asked before it was set up.');
  const { book, vocabulary, imports, lexicon, language, decisions } = sessions;
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
    case 'compare': {
      const older = await readList(given.source, given.corrections, vocabulary, book, lexicon);
      const decide = decider(book);
      const shared = sharedAnswers({ shared: given.shared, rows: older.rows });
      const newer = decisions.decidedRows();
      const outcomes = new Map(newer.map(({ row, outcome }) => [row, outcome]));
      const comparison = compareLists(
        { inventory: older, shared, outcomeOf: (row) => decide(profileOf(row, shared)) },
        {
          inventory: { rows: newer.map(({ row }) => row) },
          shared: decisions.sharedAnswers(),
          // Somebody may ask before all is decided.
          outcomeOf: (row) => outcomes.get(row) ?? decide(profileOf(row, decisions.sharedAnswers())),
        },
      );
      return { comparison, title: older.title };
    }
    case 'openProject': {
      const { rows, ...rest } = projectIn(given.kind === 'file' ? await given.file.text() : given.text);
      for (let at = 0; at < rows.length; at += PART) send({ of: 'rows', rows: rows.slice(at, at + PART) });
      return { ...rest, rows: [] };
    }
    case 'draw': {
      const { landscapeOf, layOut } = await loadPart('draws the landscape', async () => ({
        ...(await import('#apps/inventory/landscape/landscape.ts')),
        ...(await import('#apps/inventory/landscape/lay-out.ts')),
      }));
      const landscape = landscapeOf(decisions.decidedRows(), given);
      return { landscape, layout: layOut(landscape, book) };
    }
    case 'export':
      return exportFile(
        given.kind,
        {
          inventory: given.inventory,
          rows: decisions.decidedRows(),
          shared: decisions.sharedAnswers(),
          answersForAll: given.inventory.shared,
          vocabulary,
          book,
          language,
        },
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
