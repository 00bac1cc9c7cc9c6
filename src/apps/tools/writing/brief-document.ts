import {
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type BriefLines, briefOf, leftOutText } from '#core/tools/brief.ts';
import { workOut } from '#core/tools/evaluate.ts';
import { readEntries } from '#core/tools/read-entries.ts';
import { resultText, sayingOf } from '#core/tools/saying.ts';
import type { Entries, Tool } from '#core/tools/tool.ts';

/** Rows of a list that nobody has filled in yet, to write into. */
const BLANK_ROWS = 3;

const thin = { style: BorderStyle.SINGLE, size: 4, color: 'BBB5A6' };
const borders = { top: thin, bottom: thin, left: thin, right: thin };

const cell = (text: string, isBold = false): TableCell =>
  new TableCell({ borders, children: [new Paragraph({ children: [new TextRun({ text, bold: isBold })] })] });

const row = (cells: readonly TableCell[]): TableRow => new TableRow({ children: [...cells] });

/** A list as a table of two columns; a template has empty rows where there is nothing. */
function listTable({ rows }: BriefLines, isTemplate: boolean): Table {
  const filled = rows.map(({ name, details }) => row([cell(name, true), cell(details.join(', '))]));
  const blank = isTemplate ? Array.from({ length: BLANK_ROWS }, () => row([cell(''), cell('')])) : [];
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [...filled, ...blank],
  });
}

/**
 * The page of a tool for those who decide as a Word document: verdict, what explains it, and each list. A template leaves
 * the verdict open and has rows to write into.
 *
 * @param address of the page on the web
 */
export async function briefDocument(tool: Tool, entries: Entries | 'template', address: string): Promise<Blob> {
  const isTemplate = entries === 'template';
  const read = readEntries(tool, isTemplate ? { inputs: {}, tables: {} } : entries);
  const worked = workOut(tool, read);
  const lead = tool.results.find(({ id }) => id === tool.lead);
  const verdict = isTemplate || !lead ? 'Verdict: ' : resultText(lead, worked);
  const said = isTemplate || !lead ? [] : [sayingOf(lead, { tool, read, worked }) ?? '', leftOutText(read)];
  const lists = briefOf(tool, worked).flatMap((list) => [
    new Paragraph({ text: list.title, heading: HeadingLevel.HEADING_2 }),
    ...(list.rows.length > 0 || isTemplate ? [listTable(list, isTemplate)] : [new Paragraph(list.none)]),
  ]);
  const document = new Document({
    title: tool.question,
    creator: 'F&O Advisor',
    sections: [
      {
        children: [
          new Paragraph({ text: tool.question, heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ children: [new TextRun({ text: verdict, bold: true, size: 32 })] }),
          ...said.filter((text) => text !== '').map((text) => new Paragraph(text)),
          ...lists,
          new Paragraph({ text: 'What it does not weigh', heading: HeadingLevel.HEADING_2 }),
          ...tool.limits.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
          new Paragraph({
            children: [
              new ExternalHyperlink({ link: address, children: [new TextRun({ text: address, style: 'Hyperlink' })] }),
            ],
          }),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}
