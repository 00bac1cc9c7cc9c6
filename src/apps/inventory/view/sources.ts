import type { Source } from '#apps/inventory/reading/import-session.ts';

export const readCsvSource = (name: string, text: string): Source => ({ kind: 'text', name, text });

export const fileSource = (file: File): Source => ({ kind: 'file', name: file.name, file });

/** Cells copied from a spreadsheet come as text with tabs; a word or a sentence is not meant for us. */
export const isTable = (text: string): boolean => /\t/.test(text) || /\n.*[,;|]/.test(text.trim());
