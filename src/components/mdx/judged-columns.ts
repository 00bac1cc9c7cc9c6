const heading = /<th\b[^>]*>([\s\S]*?)<\/th>/g;
const mark = /\s*<small class="label label--judgement">[^<]*<\/small>/;
const tag = /<[^>]*>/g;

/**
 * Takes the mark "our judgement" out of a table's headings, where it would be read out with every cell below it, and
 * says which headings had one, as HTML without tags.
 *
 * @param table the rows of a table as HTML
 */
export function judgedColumns(table: string): { rows: string; columns: string[] } {
  const columns: string[] = [];
  const rows = table.replace(heading, (cell, content: string) => {
    if (!mark.test(content)) return cell;
    columns.push(content.replace(mark, '').replace(tag, '').trim());
    return cell.replace(mark, '');
  });
  return { rows, columns };
}
