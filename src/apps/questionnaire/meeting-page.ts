import {
  AlignmentType,
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
import type { Advice } from '#core/advisor/advice.ts';
import { whatWouldChange } from '#core/advisor/variations.ts';
import {
  answerText,
  certaintyText,
  changeText,
  fieldLabel,
  joinWords,
  middlewareText,
  outcomeText,
  patternName,
} from '#core/advisor/wording.ts';
import { builtText } from './standing.ts';

/** One line of the page's table: a criterion, which way it points, and the statements that count under it. */
export interface CriterionLine {
  title: string;
  side: string;
  reason: string;
}

/** What a page for a meeting says; whoever decides has a minute for it. */
export interface MeetingPage {
  title: string;
  answer: string;
  certainty: string;
  design: string;
  summary: string;
  criteria: readonly CriterionLine[];
  changes: readonly string[];
  alternatives: readonly string[];
  facts: string;
  sources: readonly { title: string; url: string }[];
  rules: string;
  link: string;
}

/** Changes and alternatives told; more do not go on a page. */
const TOLD = 3;
const BESIDE = 2;

const sideOf = (points: number): string => (points > 0 ? 'For' : points < 0 ? 'Against' : 'Even');

function criterionLines({ recommendation: { primary, standings }, book }: Advice): CriterionLine[] {
  const standing = standings.find(({ pattern }) => pattern === primary);
  return (standing?.criteria ?? []).map(({ criterion, favouredBy, heldAgainst, points }) => ({
    title: book.criteria.find(({ id }) => id === criterion)?.title ?? criterion,
    side: sideOf(points),
    reason: [favouredBy?.reason, heldAgainst && `${favouredBy ? 'But: ' : ''}${heldAgainst.reason}`]
      .filter((text) => text !== undefined)
      .join(' '),
  }));
}

/**
 * What one page says of a recommendation.
 *
 * @param name what the interface is called; empty where nobody named it
 * @param link an address that opens the same answers again
 */
export function meetingPageOf(advice: Advice, name: string, link: string): MeetingPage {
  const { book, recommendation, certainty, explanation, profile, unsure, given } = advice;
  const { primary, middleware, standings } = recommendation;
  const changes = whatWouldChange(given, unsure, book);
  const standing = standings.find(({ pattern }) => pattern === primary);
  const cited = [
    ...(standing?.favouredBy ?? []),
    ...(standing?.heldAgainst ?? []),
    ...recommendation.middlewareBecause,
  ];
  const answered = book.questions.filter(({ field }) => profile[field] !== undefined);
  const possible = primary ? explanation.whyNot.filter(({ verdict }) => verdict !== 'excluded') : [];
  return {
    title: name || 'Integration pattern',
    answer: primary ? patternName(primary, book) : 'No recommendation yet',
    certainty: certaintyText[certainty],
    design: [builtText(advice), middlewareText[middleware]].filter(Boolean).join('. '),
    summary: explanation.summary,
    criteria: criterionLines(advice),
    changes: [...changes.primary, ...changes.middleware].slice(0, TOLD).map((variation) => {
      const answers = variation.changes.map((one) => `${fieldLabel(one.field, book)}: ${changeText(one, book)}`);
      return `${joinWords(answers)}, then ${outcomeText(variation, book)}.`;
    }),
    alternatives: possible.slice(0, BESIDE).map(({ pattern, text }) => `${patternName(pattern, book)}: ${text}`),
    facts: [
      ...answered.map(({ field, label }) => `${label}: ${answerText(field, profile[field], book)}`),
      ...unsure.map((field) => `${fieldLabel(field, book)}: not sure`),
    ].join('; '),
    sources: [...new Set(cited.flatMap(({ sources }) => sources))].flatMap((id) => {
      const source = book.sources[id];
      return source ? [{ title: `${source.publisher}: ${source.title}`, url: source.url }] : [];
    }),
    rules: book.version,
    link,
  };
}

/** Half points, as Word counts type. */
const BODY = 19;
const SMALL = 15;
const line = { style: BorderStyle.SINGLE, size: 4, color: 'BBB5A6' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const rules = { top: none, left: none, right: none, insideVertical: none, bottom: line, insideHorizontal: line };

const heading = (text: string): Paragraph =>
  new Paragraph({ text, heading: HeadingLevel.HEADING_2, spacing: { before: 160, after: 40 }, keepNext: true });

const bullet = (text: string): Paragraph => new Paragraph({ text, bullet: { level: 0 }, spacing: { after: 20 } });

function cell(text: string, width: number, isBold = false): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    margins: { top: 30, bottom: 30, right: 80 },
    children: [new Paragraph({ children: [new TextRun({ text, bold: isBold })] })],
  });
}

const table = (rows: readonly (readonly string[])[], widths: readonly number[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: rules,
    rows: rows.map(
      (texts) => new TableRow({ children: texts.map((text, place) => cell(text, widths[place] ?? 0, place === 0)) }),
    ),
  });

/** A part that is left out where it has nothing to say. */
const part = (title: string, body: readonly (Paragraph | Table)[]): (Paragraph | Table)[] =>
  body.length > 0 ? [heading(title), ...body] : [];

/** The page as a Word document. */
export function meetingDocument(page: MeetingPage): Document {
  const small = (text: string): TextRun => new TextRun({ text, size: SMALL, color: '565A5F' });
  const footnotes = page.sources.flatMap(({ title, url }, place) => [
    ...(place > 0 ? [small('; ')] : []),
    new ExternalHyperlink({ link: url, children: [new TextRun({ text: title, size: SMALL, style: 'Hyperlink' })] }),
  ]);
  return new Document({
    title: page.title,
    description: `${page.answer}. ${page.certainty}.`,
    creator: 'F&O Advisor',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: BODY } },
        heading1: { run: { font: 'Georgia', size: 44 }, paragraph: { spacing: { before: 40, after: 40 } } },
        heading2: { run: { font: 'Calibri', size: 22, bold: true } },
      },
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 720, bottom: 560, left: 900, right: 900 } },
        },
        children: [
          new Paragraph({ children: [new TextRun({ text: `For decision: ${page.title}`, color: '565A5F' })] }),
          new Paragraph({ text: page.answer, heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [new TextRun({ text: `${page.certainty}. ${page.design}.`, bold: true, color: '1F5673' })],
          }),
          new Paragraph({ text: page.summary, spacing: { before: 80 } }),
          ...part(
            'Why',
            page.criteria.length > 0
              ? [
                  table(
                    page.criteria.map(({ title, side, reason }) => [title, side, reason]),
                    [15, 11, 74],
                  ),
                ]
              : [],
          ),
          ...part('What would change it', page.changes.map(bullet)),
          ...part('The strongest alternatives', page.alternatives.map(bullet)),
          ...part('What it rests on', [new Paragraph({ text: `${page.facts}.` })]),
          ...part('Decision', [
            table(
              [
                ['Accepted, postponed or refused', ''],
                ['Owner', ''],
                ['Date', ''],
              ],
              [35, 65],
            ),
          ]),
          new Paragraph({
            alignment: AlignmentType.LEFT,
            spacing: { before: 120 },
            children: [small('Sources: '), ...footnotes],
          }),
          new Paragraph({
            children: [
              small(`Rule book ${page.rules}. `),
              new ExternalHyperlink({
                link: page.link,
                children: [new TextRun({ text: 'Open and change the answers', size: SMALL, style: 'Hyperlink' })],
              }),
            ],
          }),
        ],
      },
    ],
  });
}

/** The page for a meeting as a file for Word. */
export const meetingFile = (advice: Advice, name: string, link: string): Promise<Blob> =>
  Packer.toBlob(meetingDocument(meetingPageOf(advice, name, link)));
