import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'node-html-parser';
import { verdictSlide } from '#apps/questionnaire/verdict-slide.ts';
import type { Slide } from '#apps/writing/slide.ts';
import { slideFile } from '#apps/writing/write-slide.ts';
import { loadRuleBook } from '#content/reading/rule-book.ts';
import { advise } from '#core/advisor/advice.ts';

/** LibreOffice opens the slides that are saved and shows what they say. */

const HANG = 5 * 60_000;

const empty = `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.presentation"><office:body>
  <office:presentation/></office:body></office:document>`;

/** Opens a presentation in LibreOffice and writes it anew in another format; `undefined` where it cannot be opened. */
function converted(folder: string, file: string, format: 'fodp' | 'pdf'): string | undefined {
  spawnSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      join(folder, 'slides-shown'),
      join(folder, file),
    ],
    { stdio: 'ignore', timeout: HANG },
  );
  const written = join(folder, 'slides-shown', file.replace(/\.[a-z]+$/, `.${format}`));
  return existsSync(written) ? readFileSync(written, 'latin1') : undefined;
}

const word = 'responsibility';

/** A slide on which everything is as long as it gets. */
const crowded: Slide = {
  kicker: 'Integration',
  question: `Which ${`${word} `.repeat(14)}is ours?`,
  verdict: `It is ${`${word} `.repeat(90)}in the end.`,
  standing: 'Our judgement, reviewed 27 November 2026',
  points: [1, 2, 3].map((source) => ({
    title: `At most ${source} ${word}`,
    text: `${word} `.repeat(60).trim(),
    source,
  })),
  sources: [1, 2, 3, 4, 5, 6].map((number) => ({
    title: `Source ${number} of <six> & "more"`,
    url: `https://example.org/${`${word}/`.repeat(number)}`,
    dated: 'copy of 19 July 2022, checked 25 November 2026',
  })),
  page: { text: 'example.org', url: 'https://example.org/#rules=1&a=b' },
};

/** What the first page of a flat OpenDocument presentation shows, and what its notes say. */
function pageIn(fodp: string): { pages: number; shown: string; notes: string; links: string[] } {
  const pages = parse(Buffer.from(fodp, 'latin1').toString('utf8')).querySelectorAll('draw\\:page');
  const notes = pages[0]?.querySelector('presentation\\:notes');
  const said = notes?.textContent ?? '';
  notes?.remove();
  return {
    pages: pages.length,
    shown: (pages[0]?.textContent ?? '').replaceAll(/\s+/g, ' '),
    notes: said.replaceAll(/\s+/g, ' '),
    links: (pages[0]?.querySelectorAll('text\\:a') ?? []).map((link) => link.getAttribute('xlink:href') ?? ''),
  };
}

/** What is wrong with a slide as LibreOffice shows it. */
async function faults(folder: string, name: string, slide: Slide): Promise<string[]> {
  const file = await slideFile(slide);
  writeFileSync(join(folder, `${name}.pptx`), new Uint8Array(await file.arrayBuffer()));
  const fodp = converted(folder, `${name}.pptx`, 'fodp');
  if (fodp === undefined) return ['it does not open'];
  const { pages, shown, notes, links } = pageIn(fodp);
  const wanted = [slide.kicker, slide.standing, slide.page.text, ...slide.points.map(({ title }) => title)];
  return [
    ...(pages === 1 ? [] : [`it has ${pages} pages`]),
    ...wanted.slice(0, 6).flatMap((text) => (shown.includes(text) ? [] : [`“${text}” is not shown`])),
    ...[slide.question, slide.verdict].flatMap((text) =>
      notes.includes(text) ? [] : [`“${text}” is not in the notes`],
    ),
    ...(links.includes(slide.page.url) ? [] : ['its page is not linked']),
  ];
}

/**
 * Opens a slide of the advisor and one on which everything is too long.
 *
 * @param folder where files may be written
 * @param check takes down whether something is right
 */
export async function checkSlides(
  folder: string,
  check: (name: string, isRight: boolean, found: string) => boolean,
): Promise<boolean> {
  mkdirSync(join(folder, 'slides-shown'), { recursive: true });
  writeFileSync(join(folder, 'empty.fodp'), empty);
  if (converted(folder, 'empty.fodp', 'pdf') === undefined) {
    console.log('Skipped: slides, since LibreOffice came without its part for presentations (Impress).');
    return true;
  }
  const book = loadRuleBook();
  const advice = advise(
    { operation: 'create', direction: 'inbound', latency: 'nightly', volume_per_day: 50_000 },
    [],
    book,
  );
  const slides = { advisor: verdictSlide(advice, 'Web orders', 'https://example.org/advisor/#rules=1&a=b'), crowded };
  let isRight = true;
  for (const [name, slide] of Object.entries(slides)) {
    const wrong = await faults(folder, `slide-${name}`, slide);
    isRight =
      check(`slide, ${name}, as LibreOffice shows it`, wrong.length === 0, wrong.join('; ') || 'all of it') && isRight;
  }
  return isRight;
}
