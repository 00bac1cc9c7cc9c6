/**
 * How long anything in the tests is waited for. These limits end what hangs and judge no speed: a machine whose
 * processors are busy with something else passes all the same, only later.
 */

const MINUTE_MS = 60_000;

/** For something to show in a page: a result, a heading, a message. */
export const APPEARANCE_MS = 2 * MINUTE_MS;

/** For one test, whatever it does. */
export const TEST_MS = 10 * MINUTE_MS;

/** For a server, or a build before it, to answer. */
export const SERVER_MS = 30 * MINUTE_MS;

/** For a whole step of `npm test` to say anything at all. */
export const SILENCE_MS = 45 * MINUTE_MS;
