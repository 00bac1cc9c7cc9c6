import { describe, expect, test } from 'vitest';
import { questionAfter } from '#apps/questionnaire/ahead.ts';
import { type Answers, readOption } from '#apps/questionnaire/answers.ts';
import {
  certaintySentence,
  hubText,
  leaderText,
  openText,
  settledShare,
  spokenStanding,
  standingOf,
} from '#apps/questionnaire/standing.ts';
import { contradictionsBy } from '#core/advisor/contradictions.ts';
import { nextQuestion } from '#core/advisor/next-question.ts';
import { decidingFields, type Field, type Profile } from '#core/advisor/profile.ts';
import { questionOf } from '#core/advisor/wording.ts';
import { book } from '#tests/support/rule-book.ts';

const standingAfter = (profile: Profile, unsure: Answers['unsure'] = []) => standingOf({ profile, unsure }, book);

/** A look-up from the Power Platform, asked about until nothing is left, each time with the first answer that is possible. */
function settledFrom(profile: Profile): Profile {
  const field = questionAfter({ profile, unsure: [] }, book);
  const options = (field && questionOf(field, book)?.options) || [];
  const [value] = options
    .map((option) => readOption(field as Field, option.value))
    .filter((one) => contradictionsBy({ [field as Field]: one }, profile, book).length === 0);
  return field ? settledFrom({ ...profile, [field]: value }) : profile;
}

const settled = settledFrom({
  operation: 'read',
  counterpart: 'power-platform',
  initiator: 'user',
  latency: 'realtime',
});

const others = decidingFields.filter((field) => field !== 'operation' && field !== 'counterpart');

describe('how things stand', () => {
  test('before the first answer', () => {
    const standing = standingAfter({});
    expect(leaderText(standing)).toBe('No recommendation yet');
    expect(hubText(standing)).toBeUndefined();
    expect(certaintySentence(standing)).toBe('Too little is known yet for a recommendation.');
    expect(standing.moves).toEqual([]);
    expect(settledShare(standing)).toEqual({
      done: decidingFields.length - standing.open.length,
      all: decidingFields.length,
    });
    expect(openText(standing)).toBe(`At most ${standing.open.length} questions can still change it`);
  });

  test('while answers are open that could change it', () => {
    const standing = standingAfter({ operation: 'read', counterpart: 'third-party' });
    expect(leaderText(standing)).toBe('OData');
    expect(hubText(standing)).toBe('Middleware is optional');
    expect(certaintySentence(standing)).toBe('Provisional: answers that are still open could change it.');
    expect(spokenStanding(standing)).toBe('So far: OData; middleware is optional. Provisional.');
    const order = book.questions.map(({ field }) => field);
    const told = standing.moves.map(({ field }) => order.indexOf(field));
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.length).toBeGreaterThan(0);
  });

  test('where nothing can change it', () => {
    const standing = standingAfter(settled);
    expect(standing.open).toEqual([]);
    expect(openText(standing)).toBe('No open question can change it');
    expect(certaintySentence(standing)).toMatch(/^Certain/);
    expect(spokenStanding(standing)).toMatch(/^No remaining answer can change the recommendation: /);
  });

  test('where all the rest is not known', () => {
    const standing = standingAfter({ operation: 'read', counterpart: 'third-party' }, others);
    expect(standing.open).toEqual([]);
    expect(certaintySentence(standing)).toContain('what you are not sure of could still change it');
    expect(spokenStanding(standing)).toMatch(/^Nothing is left to ask, but what you are not sure of /);
  });

  test('where nothing that is known says what it is for', () => {
    expect(certaintySentence(standingAfter({}, decidingFields))).toBe('Undecided: nothing is left to ask.');
    expect(spokenStanding(standingAfter({}, decidingFields))).toMatch(
      /^Nothing is left to ask, and it stays undecided: /,
    );
  });

  test('where requirements clash, or answers contradict each other', () => {
    const clash = standingAfter({ latency: 'realtime', peak_batch_records: 500_000, operation: 'create' });
    expect(certaintySentence(clash)).toMatch(/^Undecided, because no pattern meets these requirements together: ./);
    const wrong = standingAfter({ operation: 'extract', direction: 'inbound' });
    expect(wrong.advice.contradictions.length).toBeGreaterThan(0);
    expect(certaintySentence(wrong)).toMatch(/^Undecided, because/);
  });
});

test('the question ahead is the one that is asked, and is worked out once for the same answers', () => {
  const answers: Answers = { profile: { operation: 'read' }, unsure: ['systems'] };
  const asked = nextQuestion(answers.profile, answers.unsure, book)?.field;
  expect(questionAfter(answers, book)).toBe(asked);
  expect(questionAfter({ profile: { operation: 'read' }, unsure: ['systems'] }, book)).toBe(asked);
  expect(questionAfter({ profile: settled, unsure: [] }, book)).toBeUndefined();
  expect(questionAfter({ profile: settled, unsure: [] }, book)).toBeUndefined();
});
