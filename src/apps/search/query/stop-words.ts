/** Words that hold a question together, and those that every page of this site is about. */
const stopWords = new Set(
  (
    'a about after all already also always am an and any anyone approach are as at be been before being best better but by can ' +
    'come comes could did do does doing each else enough even ever every explain explained for from get gets getting ' +
    'give go going good got had happen happened happens has have having he her here his how i if in into is it its just ' +
    'know lot make many may me mean means might more most much must my need needs no not of off often on one only or our ' +
    'out over own please really right s said say says shall she should so some someone something still such t take tell ' +
    'than that the their them then there these they thing things think this those to too up us use used using very ' +
    'versus vs want wants was way we well went were what whats when where whether which while who whom whose why will ' +
    'with without would you your ' +
    'd365 d365fo d365f&o dynamics f&o fno microsoft'
  ).split(' '),
);

/** Words that say nothing about what is asked for, most of them; a slip in one is a slip all the same. */
export const allStopWords: readonly string[] = [...stopWords];

/** Whether a word says nothing about what is asked for. */
export const isStopWord = (word: string): boolean => stopWords.has(word);
