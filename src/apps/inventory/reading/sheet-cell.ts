import { isNeverEmpty, withoutValue } from './unread-cell.ts';

/** What is known of a cell while it is read; its texts are as the XML has them. */
export interface OpenCell {
  column: number;
  type: string;
  style: string | undefined;
  value: string | undefined;
  formula: string | undefined;
  inline: string | undefined;
}

/** What a cell holds, in the words of the library that reads workbooks, and as far as it can be seen here. */
export interface CellContent {
  /** The rest of its opening tag, and what stands in it. */
  xml: string;
  /** Empty where the text is one that all sheets share. */
  text: string;
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const isBlank = (text: string): boolean => text.trim() === '';

const inlineText = (text: string): CellContent => ({ xml: ` t="inlineStr"><is><t>${text}</t></is>`, text });

/** A formula of which no value was kept; Excel keeps an empty text where that is the result. */
function contentOfFormula({ type, value, formula = '' }: OpenCell): CellContent | undefined {
  const text = unescapeXml(formula);
  const isEmptyResult = type === 'str' && value !== undefined && !isNeverEmpty(text);
  return isEmptyResult ? undefined : inlineText(escapeXml(withoutValue(text)));
}

/** Only a number may be a date, which its style says. */
const lookOf = ({ type, style }: OpenCell): string =>
  type === 'n' && style !== undefined && /^\d{1,6}$/.test(style) ? ` s="${style}"` : '';

function contentOfValue(cell: OpenCell, value: string): CellContent {
  // The library shows errors as blank.
  if (cell.type === 'e') return inlineText(value);
  return { xml: ` t="${cell.type}"${lookOf(cell)}><v>${value}</v>`, text: cell.type === 's' ? '' : value };
}

/** What a cell holds; nothing where it is truly empty. */
export function contentOf(cell: OpenCell): CellContent | undefined {
  const { type, value, formula } = cell;
  const inline = cell.inline ?? (type === 'inlineStr' ? value : undefined);
  if (inline !== undefined) return isBlank(inline) ? undefined : inlineText(inline);
  if (value !== undefined && !isBlank(value)) return contentOfValue(cell, value);
  return formula === undefined ? undefined : contentOfFormula(cell);
}

/** Whether a text is certain to show something; a reference to a character, or Excel's `_x0020_`, may be a space. */
export const isSeen = (text: string): boolean =>
  !text.includes('&') && !text.includes('_x') && /[\p{L}\p{N}]/u.test(text);
