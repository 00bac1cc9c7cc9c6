import { dueCountries, dueFigures, staleSources } from '#content/checking/due.ts';
import { twinFigures } from '#content/checking/twin-figures.ts';
import { loadLibrary } from '#content/reading/library.ts';

/**
 * `npm run facts:check [-- YYYY-MM-DD]`: lists figures and countries of the e-invoicing table past their review date, and
 * sources not checked for a year, as of that day or of today. Exit status 1 when there are any, 2 when the day is none. Figures that look like one fact under
 * two ids are listed as well; whether they are is for an editor to say, so they change no exit status.
 */
function main(today: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today))) {
    console.error(`"${today}" is no day; a day is written 2026-11-25.`);
    return 2;
  }
  const library = loadLibrary();
  const figures = dueFigures(library, today);
  const sources = staleSources(library, today);
  const countries = dueCountries(library, today);
  for (const { id, file, reviewBy, source } of figures) {
    console.log(`${file} › ${id}: was due for review on ${reviewBy}; source ${library.sources.get(source)?.url}`);
  }
  for (const { id, reviewBy } of countries) {
    console.log(`content/compliance/e-invoicing.yaml › ${id}: was due for review on ${reviewBy}`);
  }
  for (const { id, file, checked, url } of sources) {
    console.log(`${file} › ${id}: was last checked on ${checked}; ${url}`);
  }
  for (const twins of twinFigures(library)) {
    console.log(`Same source, value and unit, perhaps one fact: ${twins.map(({ id }) => id).join(', ')}`);
  }
  console.log(
    `On ${today}: ${figures.length} of ${library.figures.size} figures and ` +
      `${countries.length} of ${library.eInvoicing.length} countries due for review, ` +
      `${sources.length} of ${library.sources.size} sources not checked for twelve months.`,
  );
  return figures.length + countries.length + sources.length > 0 ? 1 : 0;
}

process.exitCode = main(process.argv[2] ?? new Date().toISOString().slice(0, 10));
