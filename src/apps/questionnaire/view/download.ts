import { hand } from '#apps/writing/hand.ts';

/** Hands a text to the visitor as a file, without any server. */
export const download = (name: string, type: string, text: string): void => hand(name, new Blob([text], { type }));
