import { PictureFault, type Row, type TableText } from '#content/pictures/table-text.ts';

const row = /<tr\b[^>]*>([\s\S]*?)<\/tr>/g;
const cell = /<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g;
/** Citation marks and labels are no words of a cell. */
const besideTheWords = /<sup\b[\s\S]*?<\/sup>|<small\b[\s\S]*?<\/small>/g;
const tag = /<[^>]*>/g;
const outstanding = /^\s*<(strong|em)>(?:(?!<\/\1>)[\s\S])*<\/\1>\s*$/;
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#x22;': '"',
  '&#39;': "'",
  '&#x26;': '&',
  '&nbsp;': ' ',
};

const words = (html: string): string =>
  html
    .replace(besideTheWords, '')
    .replace(tag, '')
    .replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The words of the first table in what a component holds, for the picture drawn of it.
 *
 * @param html the table as the page shows it
 * @throws {PictureFault} when there is no table
 */
export function tableRows(html: string): TableText {
  const [table] = /<table\b[\s\S]*?<\/table>/.exec(html) ?? [];
  if (table === undefined) throw new PictureFault('holds no table');
  const [head = [], ...rows] = [...table.matchAll(row)].map(([, content = '']) =>
    [...content.matchAll(cell)].map(([, inner = '']) => inner),
  );
  return {
    head: head.map(words),
    rows: rows.map(
      (cells): Row => ({
        cells: cells.map(words),
        standsOut: outstanding.test((cells[0] ?? '').replace(besideTheWords, '')),
      }),
    ),
  };
}
