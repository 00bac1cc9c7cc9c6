import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contradictionsIn, withImplied } from '#core/advisor/contradictions.ts';
import { recommend } from '#core/advisor/recommend.ts';
import { type Answers, type Decision, profileOf } from '#core/decisions/decision.ts';
import { judge } from '#core/decisions/judge.ts';
import { decisionNamed, decisions, everyAnswer } from '#tests/support/decisions-of-choice.ts';

const outcome = (decision: Decision, answers: Answers) =>
  recommend(withImplied(profileOf(answers), [], decision.book), decision.book).primary;

const contradicts = (decision: Decision, answers: Answers): boolean =>
  contradictionsIn(profileOf(answers), decision.book).length > 0;

/** Whether one set of answers says all that another does, and perhaps more. */
const saysAllOf = (longer: Answers, answers: Answers): boolean =>
  Object.entries(answers).every(([field, value]) => longer[field] === value);

describe('cases judged by hand, from the tables of the answers', () => {
  test.each([
    ['legal-entity-or-dimension', { accounts: 'own' }, 'legal-entity', 'certain'],
    // A branch: 2 × 1 for the dimension; nothing speaks for the others, and what is open could.
    ['legal-entity-or-dimension', { accounts: 'shared' }, 'dimension', 'provisional'],
    // Interunit 2 × 2; dimension 2 × 1 − 2 × 2.
    [
      'legal-entity-or-dimension',
      { accounts: 'shared', balance: 'needed', secrecy: 'open' },
      'interunit',
      'provisional',
    ],
    // The establishment needs 10.0.48; without it the dimension holds no number, 2 × 1 − 2 × 1, and is what is left.
    [
      'legal-entity-or-dimension',
      {
        accounts: 'shared',
        registration: 'own-number',
        version: 'earlier',
        balance: 'not-needed',
        secrecy: 'open',
        sale: 'not-planned',
      },
      'dimension',
      'certain',
    ],
    ['tax-engine', { registrations: 'several' }, 'tax-calculation', 'provisional'],
    // Several registrations 2 × 3 and no owner − 1 × 2; the standard has − 2 × 3 + 1 × 1 and no task.
    ['tax-engine', { registrations: 'several', states: 'none', owner: 'nobody' }, 'tax-calculation', 'certain'],
    ['consolidation', { ownership: 'all', ledgers: 'one', evidence: 'balances' }, 'module', 'provisional'],
    ['consolidation', { ledgers: 'several' }, 'tool', 'certain'],
    ['big-bang-or-phases', { companies: 'one' }, 'all-at-once', 'certain'],
    // Waves 2 × 2 − 2 × 3 + 2 × 2 = 2; all at once 2 × 3 − 2 × 2 = 2, and the first in the list is recommended.
    ['big-bang-or-phases', { companies: 'some', sharing: 'all', appetite: 'low' }, 'waves', 'provisional'],
    // Waves 2 × 2 − 2 × 3; all at once 2 × 3, and with many users − 2 × 2, which is still more.
    ['big-bang-or-phases', { companies: 'some', sharing: 'all', appetite: 'high' }, 'all-at-once', 'certain'],
    ['one-instance-or-several', { china: 'needed' }, 'several', 'certain'],
    // One 3 × 3 against several − 3 × 3 + 3 × 2: trade decides even where a part may be sold.
    [
      'one-instance-or-several',
      { china: 'not-needed', residency: 'none', intercompany: 'often', sale: 'likely' },
      'one',
      'certain',
    ],
  ])('%s %j → %s, %s', (id, answers, choice, certainty) => {
    const judgement = judge(decisionNamed(id), answers);
    expect([judgement.choice?.id, judgement.certainty]).toEqual([choice, certainty]);
  });

  test('answers that contradict each other decide nothing and say why', () => {
    const { certainty, contradictions } = judge(decisionNamed('legal-entity-or-dimension'), {
      accounts: 'own',
      registration: 'own-number',
    });
    expect(certainty).toBe('undecided');
    expect(contradictions).toHaveLength(1);
  });

  test('what follows from an answer is known, and is not asked for', () => {
    const { follows, open } = judge(decisionNamed('legal-entity-or-dimension'), { registration: 'own-number' });
    expect(follows).toEqual({ accounts: 'shared' });
    expect(open).not.toContain('accounts');
  });

  test('nothing answered recommends nothing, and every question is open', () => {
    for (const decision of decisions) {
      const { choice, certainty, open } = judge(decision, {});
      expect([decision.id, choice, certainty]).toEqual([decision.id, undefined, 'undecided']);
      expect(open).toHaveLength(decision.book.questions.length);
    }
  });
});

describe.each(decisions.map((decision) => [decision.id, decision] as const))('%s', (_id, decision) => {
  const all = everyAnswer(decision);
  const free = all.filter((answers) => !contradicts(decision, answers));
  const some = fc.constantFrom(...free);

  test('what is certain stays so in every way of answering the rest, and what is provisional does not', () => {
    fc.assert(
      fc.property(some, (answers) => {
        const { certainty, choice } = judge(decision, answers);
        fc.pre(certainty !== 'undecided');
        const reachable = free.filter((longer) => saysAllOf(longer, answers));
        const others = reachable.filter((longer) => outcome(decision, longer) !== choice?.id);
        expect(others.length === 0).toBe(certainty === 'certain');
      }),
      { numRuns: 60 },
    );
  });

  test('a choice is recommended only with a reason for it, and never one that is ruled out', () => {
    for (const answers of free) {
      const { primary, standings } = recommend(profileOf(answers), decision.book);
      if (primary === undefined) continue;
      expect(standings[0]?.favouredBy.length).toBeGreaterThan(0);
      expect(standings[0]?.excludedBy).toEqual([]);
    }
  });

  test('every choice comes out of some answers', () => {
    const found = new Set<string | undefined>(free.map((answers) => outcome(decision, answers)));
    expect(decision.choices.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
  });

  test('what would change it does, told by the answers it names', () => {
    fc.assert(
      fc.property(some, (answers) => {
        const { choice, wouldChange } = judge(decision, answers);
        for (const { to } of wouldChange) expect(to?.id).not.toBe(choice?.id);
      }),
      { numRuns: 40 },
    );
  });

  test('a question that is not open changes nothing', () => {
    const idleAnswers = (answers: Answers, open: readonly string[]): Answers[] =>
      decision.book.questions
        .filter(({ field }) => answers[field] === undefined && !open.includes(field))
        .flatMap(({ field, options }) => options.map(({ value }) => ({ ...answers, [field]: String(value) })))
        .filter((answered) => !contradicts(decision, answered));
    fc.assert(
      fc.property(some, (answers) => {
        const { open, choice, certainty } = judge(decision, answers);
        fc.pre(certainty !== 'undecided');
        for (const answered of idleAnswers(answers, open)) expect(outcome(decision, answered)).toBe(choice?.id);
      }),
      { numRuns: 40 },
    );
  });
});
