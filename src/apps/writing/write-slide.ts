import PptxGenJS from 'pptxgenjs';
import { fitText } from './fit-text.ts';
import { POINTS_SHOWN, type Slide, type SlidePoint, type SlideSource, SOURCES_SHOWN } from './slide.ts';

type Drawn = ReturnType<PptxGenJS['addSlide']>;
type Run = PptxGenJS.TextProps;

/** Colours of the Word page, so that both look as if they came from one hand. */
const INK = '1D1F22';
const SOFT = '565A5F';
const BRAND = '1F5673';
const LINE = 'BBB5A6';
const SERIF = 'Georgia';
const SANS = 'Calibri';
/** Mean width of their letters in English, as a part of the type size, and a little more. */
const SERIF_LETTER = 0.52;
const SANS_LETTER = 0.47;
const BOLD_LETTER = 0.5;

/** Where things stand on a wide slide, in inches. */
const WIDTH = 13.33;
const MARGIN = 0.65;
const INNER = WIDTH - 2 * MARGIN;
const GAP = 0.4;
const COLUMN = (INNER - (POINTS_SHOWN - 1) * GAP) / POINTS_SHOWN;
const KICKER = { x: MARGIN, y: 0.36, w: INNER, h: 0.3 };
const QUESTION = { x: MARGIN, y: 0.7, w: INNER, h: 0.9 };
const VERDICT = { x: MARGIN, y: 1.78, w: INNER, h: 1.42 };
const STANDING = { x: MARGIN, y: 3.26, w: INNER, h: 0.34 };
const POINT_TITLE = { y: 3.86, w: COLUMN, h: 0.6 };
const POINT_TEXT = { w: COLUMN, h: 1.4 };
/** Six lines of small type. */
const SOURCES = { x: MARGIN, y: 5.92, w: INNER, h: 1.04 };
const PAGE = { x: MARGIN, y: 7.0, w: INNER, h: 0.26 };

/** Type sizes to choose from, in points. */
const SIZES = {
  question: [26, 24, 22, 20, 18],
  verdict: [36, 32, 28, 24, 22, 20, 18, 16],
  standing: [15, 13, 11],
  pointTitle: [18, 16, 14, 12],
  pointText: [15, 14, 13, 12, 11],
} as const;

const box = { margin: 0, fontFace: SANS, color: INK, valign: 'top' } as const;

/** XML 1.0 has no way to write these. */
const unwritable = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;
const writable = (text: string): string => text.replaceAll(unwritable, '');

/** The slide without what a file cannot hold, since what somebody typed may contain anything. */
function writableSlide({ kicker, question, verdict, standing, points, sources, page }: Slide): Slide {
  return {
    kicker: writable(kicker),
    question: writable(question),
    verdict: writable(verdict),
    standing: writable(standing),
    points: points.map(({ title, text, source }) => ({ title: writable(title), text: writable(text), source })),
    sources: sources.map(({ title, url, dated }) => ({ title: writable(title), url, dated: writable(dated) })),
    page: { text: writable(page.text), url: page.url },
  };
}

const marked = (text: string, { source }: SlidePoint): string => (source === undefined ? text : `${text} [${source}]`);

/** Everything that the slide says, also what it had no room for. */
export function speakerNotes({ question, verdict, standing, points, sources, page }: Slide): string {
  return [
    question,
    verdict,
    standing,
    ...points.map((point) => marked(`${point.title}: ${point.text}`, point)),
    ...sources.map(({ title, url, dated }, index) => `[${index + 1}] ${title}, ${dated}: ${url}`),
    `${page.text}: ${page.url}`,
  ]
    .filter(Boolean)
    .join('\n');
}

function addPoints(drawn: Drawn, points: readonly SlidePoint[]): void {
  const titles = points.map(({ title }) => fitText(title, { ...POINT_TITLE, letter: BOLD_LETTER }, SIZES.pointTitle));
  const titleSize = Math.min(...titles.map(({ size }) => size));
  const texts = points.map(({ text }) => fitText(text, { ...POINT_TEXT, letter: SANS_LETTER }, SIZES.pointText));
  // Texts side by side are of one size.
  const textSize = Math.min(...texts.map(({ size }) => size));
  points.forEach((point, index) => {
    const x = MARGIN + index * (COLUMN + GAP);
    drawn.addShape('line', { x, y: POINT_TITLE.y - 0.1, w: COLUMN, h: 0, line: { color: LINE, width: 1 } });
    drawn.addText(
      [
        { text: titles[index]?.text ?? '', options: { fontSize: titleSize, bold: true, breakLine: true } },
        { text: marked(texts[index]?.text ?? '', point), options: { fontSize: textSize } },
      ],
      { ...box, x, y: POINT_TITLE.y, w: COLUMN, h: POINT_TITLE.h + POINT_TEXT.h, paraSpaceAfter: 3 },
    );
  });
}

const withoutScheme = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

function sourceRuns({ title, url, dated }: SlideSource, index: number): Run[] {
  const small = { fontSize: 10, color: SOFT };
  return [
    { text: `[${index + 1}] ${title}, ${dated}. `, options: small },
    // In print an address is worth nothing behind a title.
    { text: withoutScheme(url), options: { ...small, hyperlink: { url }, breakLine: true } },
  ];
}

function addSources(drawn: Drawn, sources: readonly SlideSource[]): void {
  // A slide has one line for a source, and a long address would take two.
  const isLong = (source: SlideSource): boolean =>
    fitText(
      sourceRuns(source, 0)
        .map(({ text }) => text)
        .join(''),
      { w: SOURCES.w, h: 0.2, letter: SANS_LETTER },
      [10],
    ).isCut;
  let lines = 0;
  const shown = sources.filter((source) => {
    lines += isLong(source) ? 2 : 1;
    return lines <= SOURCES_SHOWN;
  });
  const more = sources.length - shown.length;
  const left = `${more} more ${more === 1 ? 'source' : 'sources'} in the speaker’s notes`;
  drawn.addText(
    [...shown.flatMap(sourceRuns), ...(more > 0 ? [{ text: left, options: { fontSize: 10, color: SOFT } }] : [])],
    { ...box, ...SOURCES, valign: 'bottom' },
  );
}

/**
 * Writes one slide as a PowerPoint presentation: question, verdict, how far to rely on it, up to three points side by
 * side, and at the foot where it comes from. What is too long for the slide stands in full in the speaker's notes.
 */
export async function slideFile(given: Slide): Promise<Blob> {
  const slide = writableSlide(given);
  const presentation = new PptxGenJS();
  presentation.layout = 'LAYOUT_WIDE';
  presentation.title = slide.question;
  presentation.subject = slide.kicker;
  presentation.author = 'F&O Advisor';
  presentation.company = '';
  presentation.theme = { headFontFace: SERIF, bodyFontFace: SANS };
  const type = { ...box, fontFace: SERIF, fontSize: SIZES.question[0], align: 'left' as const };
  presentation.defineSlideMaster({
    title: 'Verdict',
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0, y: 0, w: WIDTH, h: 0.12, fill: { color: BRAND } } },
      { placeholder: { options: { ...type, ...QUESTION, name: 'question', type: 'title' }, text: '' } },
    ],
  });
  const drawn = presentation.addSlide({ masterName: 'Verdict' });
  drawn.addText(slide.kicker, { ...box, ...KICKER, fontSize: 13, color: SOFT });
  const question = fitText(slide.question, { ...QUESTION, letter: SERIF_LETTER }, SIZES.question);
  // What reads a presentation aloud takes the text of this placeholder for the slide's title.
  drawn.addText([{ text: question.text, options: { fontFace: SERIF, fontSize: question.size, color: INK } }], {
    placeholder: 'question',
  });
  const verdict = fitText(slide.verdict, { ...VERDICT, letter: SERIF_LETTER }, SIZES.verdict);
  drawn.addText(verdict.text, { ...box, ...VERDICT, fontFace: SERIF, fontSize: verdict.size, color: BRAND });
  const standing = fitText(slide.standing, { ...STANDING, letter: BOLD_LETTER }, SIZES.standing);
  drawn.addText(standing.text, { ...box, ...STANDING, fontSize: standing.size, bold: true });
  addPoints(drawn, slide.points.slice(0, POINTS_SHOWN));
  addSources(drawn, slide.sources);
  const { text, url } = slide.page;
  drawn.addText([{ text, options: { fontSize: 11, color: BRAND, hyperlink: { url } } }], { ...box, ...PAGE });
  drawn.addNotes(speakerNotes(slide));
  return (await presentation.write({ outputType: 'blob', compression: true })) as Blob;
}
