import { type TermName, termFinder } from './term-finder.ts';

/** What is written into the drawn body of an article, beside what its author wrote. */
interface Annotations {
  /** Terms of the glossary; the first use of each is marked. */
  terms: readonly TermName[];
  /** Address of the glossary. */
  glossary: string;
  /** What stands in the margin beside the first use of a source, as HTML that may stand within a sentence. */
  marginNote: (source: string) => string;
}

/** A body with its annotations, and what a page has to draw for them. */
interface AnnotatedBody {
  html: string;
  /** Headings of the second level, in their order; the text is HTML without tags. */
  headings: readonly { id: string; text: string }[];
  /** Ids of the marks that cite each source, in the order of the text. */
  marks: ReadonlyMap<string, readonly string[]>;
  /** What has to be explained: `source-…`, `fact-…` and `term-…`, each once, in the order of the text. */
  notes: readonly string[];
}

/** More marks than this on one page would be a pattern of dots and no help. */
const MOST_TERMS = 12;

const token = /<!--[\s\S]*?-->|<\/?[a-zA-Z](?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+|</g;
const opening = /^<([a-zA-Z][a-zA-Z0-9]*)/;
const closing = /^<\/([a-zA-Z][a-zA-Z0-9]*)/;
const withoutContent = /^(br|hr|img|input|wbr)$/;

/** How the element is called within which citations may stand in the margin. */
const PROSE = '.prose';
/** Elements that hold running text. */
const texts: ReadonlySet<string> = new Set(['p', 'li', 'td', 'dd']);
/** Elements in which a word is no running text: a title, a link, a picture, a chip. */
const apart: ReadonlySet<string> = new Set(
  'h1 h2 h3 h4 h5 a button sup small code pre th svg figure summary script style'.split(' '),
);
/** A margin note can float out of these and of nothing else; a table or a callout has an edge of its own. */
const running: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'li', 'strong', 'em', 'span']);

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** The words of a piece of HTML, still escaped. */
const wordsOf = (html: string): string =>
  html.replaceAll(/<sup\b[\s\S]*?<\/sup>|<small\b[\s\S]*?<\/small>|<[^>]*>/g, '').trim();

/** Makes each heading of a section a link to itself, and lists those of the second level. */
function linkHeadings(html: string): Pick<AnnotatedBody, 'html' | 'headings'> {
  const headings: { id: string; text: string }[] = [];
  const linked = html.replaceAll(
    /<h([23])( [^>]*)?>([\s\S]*?)<\/h\1>/g,
    (whole, level: string, attributes: string | undefined, content: string) => {
      const id = attribute(attributes ?? '', 'id');
      if (id === undefined) return whole;
      if (level === '2') headings.push({ id, text: wordsOf(content) });
      if (content.includes('<a ')) return whole;
      return `<h${level}${attributes}><a class="self" href="#${id}">${content}</a></h${level}>`;
    },
  );
  return { html: linked, headings };
}

/** Goes through a drawn body from its beginning to its end, and knows at each place within which elements it is. */
class Walk {
  readonly marks = new Map<string, string[]>();
  readonly notes = new Set<string>();
  readonly #annotations: Annotations;
  readonly #open: string[] = [];
  readonly #explained: Set<string>;
  readonly #inMargin = new Set<string>();
  #count = 0;
  /** Source whose mark is open and which may stand in the margin behind it. */
  #due: string | undefined;

  constructor(html: string, annotations: Annotations) {
    this.#annotations = annotations;
    // What an author marks is not marked a second time, not even before it.
    this.#explained = new Set([...html.matchAll(/data-note="term-([^"]*)"/g)].map(([, id = '']) => id));
  }

  /** A piece of the body, as it goes into the page: a tag, a comment or text. */
  write(part: string): string {
    const closed = closing.exec(part)?.[1];
    if (closed !== undefined) return this.#close(part, closed);
    const opened = opening.exec(part)?.[1];
    if (opened !== undefined) return this.#enter(part, opened);
    return part.startsWith('<') ? part : this.#text(part);
  }

  #enter(tag: string, name: string): string {
    const written = name === 'a' ? this.#link(tag) : tag;
    if (withoutContent.test(name) || tag.endsWith('/>')) return written;
    this.#open.push(tag.includes(' class="prose"') ? PROSE : name);
    return written;
  }

  #close(tag: string, name: string): string {
    const index = this.#open.findLastIndex((open) => open === name || (open === PROSE && name === 'div'));
    this.#open.length = Math.max(0, index);
    if (name !== 'sup' || this.#due === undefined) return tag;
    const source = this.#due;
    this.#due = undefined;
    if (!this.#isRunning()) return tag;
    this.#inMargin.add(source);
    return tag + this.#annotations.marginNote(source);
  }

  #isRunning(): boolean {
    const prose = this.#open.indexOf(PROSE);
    return prose >= 0 && this.#open.slice(prose + 1).every((name) => running.has(name));
  }

  /** Notes what a link asks to have explained; a citation mark gets a number, by which one finds back to it. */
  #link(tag: string): string {
    const note = attribute(tag, 'data-note');
    if (note !== undefined) this.notes.add(note);
    const source = /href="#source-([^"]*)"/.exec(tag)?.[1];
    if (source === undefined || this.#open.at(-1) !== 'sup') return tag;
    this.#count += 1;
    const id = `c${this.#count}`;
    this.marks.set(source, [...(this.marks.get(source) ?? []), id]);
    if (!this.#inMargin.has(source)) this.#due = source;
    return tag.replace('<a ', `<a id="${id}" `);
  }

  /** Marks the terms that are used for the first time. */
  #text(text: string): string {
    const isRunningText = this.#open.some((name) => texts.has(name)) && !this.#open.some((name) => apart.has(name));
    if (!isRunningText) return text;
    const { pattern, idOf } = termFinder(this.#annotations.terms);
    return text.replaceAll(pattern, (found) => {
      const id = idOf(found);
      if (id === undefined || this.#explained.has(id) || this.#explained.size >= MOST_TERMS) return found;
      this.#explained.add(id);
      this.notes.add(`term-${id}`);
      return `<a class="term" href="${this.#annotations.glossary}#${id}" data-note="term-${id}">${found}</a>`;
    });
  }
}

/**
 * Writes into a drawn body what a reader needs beside the text: an id on each citation mark, so that the list of sources
 * can lead back to it; a note in the margin where a source is first cited in running text; a mark on the first use of
 * each term of the glossary; and headings that link to themselves.
 *
 * @param drawn the body as components have drawn it: well-formed HTML
 */
export function annotate(drawn: string, annotations: Annotations): AnnotatedBody {
  const { html: linked, headings } = linkHeadings(drawn);
  const walk = new Walk(linked, annotations);
  const html = (linked.match(token) ?? []).map((part) => walk.write(part)).join('');
  return { html, headings, marks: walk.marks, notes: [...walk.notes] };
}
