import { zipSync } from 'fflate';

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');

const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(`<?xml version="1.0"?>${content}`);

const office = 'http://schemas.openxmlformats.org';

/** What stands between `<sheetData>` and its end, for rows of inline texts. */
export const sheetData = (table: readonly (readonly string[])[]): string =>
  table
    .map((row, index) => {
      const cells = row.map((cell, column) => {
        const reference = `${String.fromCharCode(65 + column)}${index + 1}`;
        return `<c r="${reference}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
      });
      return `<row r="${index + 1}">${cells.join('')}</row>`;
    })
    .join('');

/** A workbook of one sheet, as small as one can be; `behind` goes behind its rows, `state` says whether it is hidden. */
export const workbookOf = (data: string, { behind = '', state = '' } = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': bytesOf(`<Types xmlns="${office}/package/2006/content-types"/>`),
    'xl/workbook.xml': bytesOf(
      `<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1"${state} r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': bytesOf(
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': bytesOf(
      `<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${data}</sheetData>${behind}</worksheet>`,
    ),
  });
