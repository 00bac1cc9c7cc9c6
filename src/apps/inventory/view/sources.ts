import type { Source } from '#apps/inventory/reading/import-session.ts';

/** Text that was pasted or comes with the page, to be read as a spreadsheet of this name. */
export const readCsvSource = (name: string, text: string): Source => ({ kind: 'text', name, text });

/** A file that a person chose or dropped, to be read under its own name. */
export const fileSource = (file: File): Source => ({ kind: 'file', name: file.name, file });

/** Cells copied from a spreadsheet come as text with tabs; a word or a sentence is not meant for us. */
export const isTable = (text: string): boolean => /\t/.test(text) || /\n.*[,;|]/.test(text.trim());

/** Whether a file is meant as a project that was saved from this page; what it holds is looked at when it is read. */
export const isProject = (source: Source): boolean => source.kind === 'file' && /\.json$/i.test(source.name);
