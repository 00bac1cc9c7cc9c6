/** The part of nspell that is used here; the package brings no types. */
declare module 'nspell' {
  interface Spell {
    correct(word: string): boolean;
  }
  export default function nspell(dictionary: { aff: Uint8Array; dic: Uint8Array }): Spell;
}
