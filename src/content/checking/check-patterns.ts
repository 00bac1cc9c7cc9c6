import { basename } from 'node:path';
import { normaliseWord } from '#apps/inventory/reading/vocabulary.ts';
import { blueprints } from '#components/diagrams/blueprints.ts';
import type { Library } from '#content/reading/entries.ts';
import type { Problem } from '#content/reading/problem.ts';
import { listFiles, readYaml } from '#content/reading/read-files.ts';
import {
  capacityFileSchema,
  operationsFileSchema,
  patternRulesSchema,
  variantsFileSchema,
} from '#content/schemas/rule-book.ts';
import type { Term } from '#content/schemas/term.ts';
import { operationsSectionIds, patternIds } from '#core/advisor/rule-book.ts';

const idsFile = 'src/core/advisor/rule-book.ts';
const drawingsFile = 'src/components/diagrams/blueprints.ts';
const capacityFile = 'content/advisor/capacity.yaml';
const glossaryFile = 'content/glossary.yaml';
const pageOf = (id: string): string => `content/patterns/${id}.mdx`;
const rulesOf = (id: string): string => `content/advisor/rules/${id}.yaml`;
const variantsOf = (id: string): string => `content/advisor/variants/${id}.yaml`;
const planOf = (id: string): string => `content/advisor/operations/${id}.yaml`;

/** What the program knows of patterns: the list that all else is held against, and those that have a drawing. */
export interface KnownPatterns {
  ids: readonly string[];
  drawn: readonly string[];
}

const known: KnownPatterns = { ids: patternIds, drawn: Object.keys(blueprints) };

/** Everything in which the parts of a pattern are looked for. */
interface Site {
  root: string;
  library: Library;
  files: ReadonlySet<string>;
  drawn: readonly string[];
}

/** Looks for one part of a pattern, and says what is wrong with it. A file that cannot be read is reported elsewhere. */
type Part = (id: string, site: Site) => Problem[];

const missing = (file: string, why: string): Problem[] => [{ file, field: '', message: `is missing: ${why}` }];

const page: Part = (id, { library: { patterns, unread } }) =>
  unread.has(id) || patterns.some((pattern) => pattern.id === id)
    ? []
    : missing(pageOf(id), 'the advisor recommends it');

/** A file named after one pattern that speaks of another. */
function misnamed(file: string, id: string, pattern: string): Problem[] {
  if (pattern === id) return [];
  return [{ file, field: 'pattern', message: `is "${pattern}"; allowed in a file of this name is "${id}"` }];
}

const rules: Part = (id, { root, files }) => {
  const file = rulesOf(id);
  if (!files.has(file)) return missing(file, `no rule speaks for or against "${id}"`);
  const data = readYaml(root, file, patternRulesSchema, []);
  if (!data) return [];
  const isFavoured = data.rules.some(({ criterion, favour }) => criterion === 'task' && favour !== undefined);
  const message = `no rule favours "${id}" under "task", so the advisor would never recommend it`;
  return [...misnamed(file, id, data.pattern), ...(isFavoured ? [] : [{ file, field: 'rules', message }])];
};

const plan: Part = (id, { root, files }) => {
  const file = planOf(id);
  if (!files.has(file)) return missing(file, `"${id}" has no operations plan`);
  const data = readYaml(root, file, operationsFileSchema, []);
  if (!data) return [];
  const silent = operationsSectionIds.filter((section) => data[section].length === 0);
  const message = `holds no line; a plan says something about each of ${operationsSectionIds.join(', ')}`;
  return [...misnamed(file, id, data.pattern), ...silent.map((field) => ({ file, field, message }))];
};

const variants: Part = (id, { root, files }) => {
  const file = variantsOf(id);
  if (!files.has(file)) return missing(file, `nothing says how "${id}" can be built`);
  const data = readYaml(root, file, variantsFileSchema, []);
  return data ? misnamed(file, id, data.pattern) : [];
};

const capacity: Part = (id, { root, library }) => {
  const checks = readYaml(root, capacityFile, capacityFileSchema, []);
  const entry = library.patterns.find((pattern) => pattern.id === id);
  if (!checks || library.unread.has(id)) return [];
  const isChecked = checks.some(({ pattern }) => pattern === id);
  const isExcused = entry?.withoutCapacity !== undefined;
  if (isChecked && isExcused) {
    const message = `says why no figure is held against answers, but ${capacityFile} has one for "${id}"; allowed is one of the two`;
    return [{ file: pageOf(id), field: 'withoutCapacity', message }];
  }
  if (isChecked || isExcused) return [];
  const message = `holds no check for "${id}"; where nobody has published a figure, say so under withoutCapacity in ${pageOf(id)}`;
  return [{ file: capacityFile, field: '', message }];
};

const drawing: Part = (id, { drawn }) =>
  drawn.includes(id)
    ? []
    : [{ file: drawingsFile, field: id, message: `is missing: "${id}" has no reference architecture` }];

/** One key for singular and plural, capitals, spaces and hyphens. */
const nameKey = (name: string): string => normaliseWord(name).replace(/s$/, '');

/** Its id, its name, and all others. */
const namesOf = ({ id, term, expansion, oldNames, aliases }: Term): string[] => [
  id,
  term,
  ...(expansion === undefined ? [] : [expansion]),
  ...oldNames,
  ...aliases,
];

/** The pattern's entry of the glossary, whose names are those under which search finds the pattern. */
const term: Part = (id, { library: { patterns, terms } }) => {
  // A glossary that cannot be read has been reported.
  if (terms.size === 0) return [];
  const entry = patterns.find((pattern) => pattern.id === id);
  const names = new Set([id, ...(entry ? [entry.name, entry.short] : [])].map(nameKey));
  const found = [...terms.values()].find((one) => namesOf(one).some((name) => names.has(nameKey(name))));
  if (!found) {
    return [{ file: glossaryFile, field: '', message: `explains no "${id}": add a term, with the names it goes by` }];
  }
  if (namesOf(found).length > 2) return [];
  const message = `has no other name, so search finds "${id}" under one word only; add aliases, oldNames or an expansion`;
  return [{ file: glossaryFile, field: found.id, message }];
};

const parts: readonly Part[] = [page, rules, variants, plan, capacity, drawing, term];

/** Parts of patterns that are on no list: nobody would ever see them. */
function strays({ library: { patterns }, files, drawn }: Site, ids: readonly string[]): Problem[] {
  const message = (id: string): string =>
    `belongs to no pattern: the advisor knows no "${id}"; name it in patternIds of ${idsFile}. Allowed are ${ids.join(', ')}`;
  const pages = patterns.map(({ id, file }) => ({ file, field: '', id }));
  const besidePatterns = ['hub', 'service-levels'].map(planOf);
  const data = [...files]
    .filter(
      (file) =>
        !besidePatterns.includes(file) &&
        [rulesOf, variantsOf, planOf].some((of) => of(basename(file, '.yaml')) === file),
    )
    .map((file) => ({ file, field: '', id: basename(file, '.yaml') }));
  const drawings = drawn.map((id) => ({ file: drawingsFile, field: id, id }));
  return [...pages, ...data, ...drawings]
    .filter(({ id }) => !ids.includes(id))
    .map(({ id, ...place }) => ({ ...place, message: message(id) }));
}

/** Two patterns at one place of the catalogue, of which chance would decide a tie. */
const sharedOrders = ({ library: { patterns } }: Site): Problem[] =>
  patterns.flatMap(({ id, file, order }) => {
    const first = patterns.find((other) => other.order === order);
    if (first === undefined || first.id === id) return [];
    return [{ file, field: 'order', message: `${order} is the place of "${first.id}" already; ties need one order` }];
  });

/**
 * Every part that a pattern needs and lacks, and every part that belongs to no pattern. The list of patterns is
 * `patternIds`; what a page brings by itself (its preview picture, its column in the comparison, its entries in search and
 * in the feeds) needs no part of its own.
 *
 * @param root the project's folder
 */
export function checkPatterns(root: string, library: Library, { ids, drawn } = known): Problem[] {
  const site: Site = { root, library, files: new Set(listFiles(root, 'content/advisor', '.yaml')), drawn };
  return [...ids.flatMap((id) => parts.flatMap((part) => part(id, site))), ...strays(site, ids), ...sharedOrders(site)];
}
