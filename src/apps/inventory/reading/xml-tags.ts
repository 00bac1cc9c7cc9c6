/** One tag of an XML text. */
export interface XmlTag {
  /** Without the prefix of its namespace. */
  name: string;
  kind: 'open' | 'close' | 'empty';
  /** What stands between the name and the end, to be read by `attributesOf` where it is wanted. */
  attributes: string;
  /** Text since the last tag where this one closes an element, its character references as they stand. */
  text: string;
}

/** XML that is not well formed. */
export class MalformedXml extends Error {
  override name = 'MalformedXml';
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function indexBehind(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from);
  if (at === -1) throw new MalformedXml(`${end} is missing`);
  return at + end.length;
}

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const LESS = 60;
const GREATER = 62;

/** Where the tag that begins here ends; a value in quotes may hold the sign that ends it. */
function endOfTag(xml: string, start: number): number {
  let quote = 0;
  for (let at = start + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === LESS) break;
    if (quote === 0 && code === GREATER) return at;
    if (quote === 0 && (code === DOUBLE_QUOTE || code === SINGLE_QUOTE)) quote = code;
    else if (code === quote) quote = 0;
  }
  throw new MalformedXml('a tag has no end');
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function tagOf(inner: string, text: string): XmlTag {
  if (inner.startsWith('/')) return { name: localName(inner.slice(1).trim()), kind: 'close', attributes: '', text };
  const isEmpty = inner.endsWith('/');
  const end = isEmpty ? inner.length - 1 : inner.length;
  let name = 0;
  while (name < end && !isSpace(inner.charCodeAt(name))) name += 1;
  return {
    name: localName(inner.slice(0, name)),
    kind: isEmpty ? 'empty' : 'open',
    attributes: inner.slice(name, end),
    text: '',
  };
}

/** What begins with `<` and is no tag: where it ends, and the text that it stands for. */
function skipOther(xml: string, start: number): { end: number; text: string } | undefined {
  if (xml.startsWith('<!--', start)) return { end: indexBehind(xml, '-->', start + 4), text: '' };
  if (xml.startsWith('<![CDATA[', start)) {
    const end = indexBehind(xml, ']]>', start + 9);
    return { end, text: escapeText(xml.slice(start + 9, end - 3)) };
  }
  if (xml.startsWith('<?', start)) return { end: indexBehind(xml, '?>', start), text: '' };
  return xml.startsWith('<!', start) ? { end: indexBehind(xml, '>', start), text: '' } : undefined;
}

/** Keeps the names of the elements that are open; what closes another than the last would lose what stands in it. */
function nest(unclosed: string[], { kind, name }: XmlTag): void {
  if (kind === 'open') unclosed.push(name);
  if (kind === 'close' && unclosed.pop() !== name)
    throw new MalformedXml(`</${name.slice(0, 40)}> stands where it cannot`);
}

/**
 * Tells of each tag in turn, in one pass; what is no tag (comments, declarations) is passed over.
 *
 * @param onTag ends the reading by returning `false`
 * @throws {MalformedXml} where a tag, an element, a comment or a section does not end
 */
export function eachTag(xml: string, onTag: (tag: XmlTag) => boolean): void {
  const unclosed: string[] = [];
  let text = '';
  let at = 0;
  for (let start = xml.indexOf('<'); start !== -1; start = xml.indexOf('<', at)) {
    text += xml.slice(at, start);
    const other = skipOther(xml, start);
    if (other) {
      text += other.text;
      at = other.end;
      continue;
    }
    const end = endOfTag(xml, start);
    const tag = tagOf(xml.slice(start + 1, end), text);
    nest(unclosed, tag);
    if (!onTag(tag)) return;
    text = '';
    at = end + 1;
  }
  if (unclosed.length > 0) throw new MalformedXml(`<${unclosed.at(-1)}> has no end`);
}

/**
 * The attributes of a tag, by name and without those of other namespaces.
 *
 * @throws {MalformedXml} where a value has no quotes, or a name no value
 */
export function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  let at = 0;
  for (let equals = text.indexOf('='); equals !== -1; equals = text.indexOf('=', at)) {
    const name = text.slice(at, equals).trim();
    const start = skipSpaces(text, equals + 1);
    const quote = text[start];
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, start + 1) : -1;
    if (end === -1 || /\s/.test(name)) throw new MalformedXml(`the attribute ${name.slice(0, 40)} has no value`);
    if (!name.includes(':')) found.set(name, text.slice(start + 1, end));
    at = end + 1;
  }
  return found;
}

/** The name of the element that holds all others. */
export function rootOf(xml: string): string {
  let root = '';
  eachTag(xml, ({ name }) => {
    root = name;
    return false;
  });
  return root;
}
