import type { Source } from '#inventory/import-desk.ts';

export const readCsvSource = (name: string, text: string): Source => ({ kind: 'text', name, text });

/** A file's bytes, read before it may be moved or changed. */
export const readFileSource = async (file: File): Promise<Source> => ({
  kind: 'file',
  name: file.name,
  bytes: await file.arrayBuffer(),
});

/** Cells copied from a spreadsheet come as text with tabs; a word or a sentence is not meant for us. */
export const isTable = (text: string): boolean => /\t/.test(text) || /\n.*[,;|]/.test(text.trim());
