import { describe, expect, test } from 'vitest';
import { fromFragment, toFragment } from '#apps/questionnaire/address.ts';

describe('a link', () => {
  test('is readable by people', () => {
    const answers = {
      profile: { latency: 'nightly', guarantees: ['ordered', 'exactly-once'] },
      unsure: ['systems'],
    } as const;
    expect(
      toFragment(
        {
          answers: { ...answers, profile: { ...answers.profile, guarantees: [...answers.profile.guarantees] } },
          place: 'review',
        },
        '1.0',
      ),
    ).toBe('rules=1.0&at=review&latency=nightly&systems=unsure&guarantees=ordered.exactly-once');
  });

  test('tells "no guarantee needed" from "not known"', () => {
    expect(toFragment({ answers: { profile: { guarantees: [] }, unsure: [] }, place: undefined }, '1.0')).toBe(
      'rules=1.0&guarantees=none',
    );
    expect(fromFragment('rules=1.0&guarantees=none')).toMatchObject({
      position: { answers: { profile: { guarantees: [] } } },
    });
  });

  test('keeps what can be read and names what cannot', () => {
    expect(fromFragment('rules=0.9&latency=soonish&operation=read&colour=blue')).toEqual({
      kind: 'read',
      position: { answers: { profile: { operation: 'read' }, unsure: [] }, place: undefined },
      rulesVersion: '0.9',
      faults: [{ field: 'latency', found: 'soonish', allowed: 'realtime, near-realtime, hourly, nightly' }],
      unknown: ['colour'],
    });
  });

  test.each(['systems=unsure&systems=3', 'systems=3&systems=unsure'])('%s holds one answer', (pairs) => {
    expect(fromFragment(`rules=1.0&${pairs}`)).toMatchObject({
      position: { answers: { profile: { systems: 3 }, unsure: [] } },
    });
  });

  test.each(['utm_source=mail', '%E0%A4%A', '=&=&='])('%s says plainly that it is none of ours', (text) => {
    expect(fromFragment(text)).toMatchObject({ kind: 'unreadable' });
  });
});

test('a link to a result carries what was recommended, and a wrong word for it is left out', () => {
  const position = {
    answers: { profile: { operation: 'extract' as const }, unsure: [] },
    place: 'result' as const,
    decided: { primary: 'dmf' as const, middleware: 'advised' as const },
  };
  const fragment = toFragment(position, '1.0');
  expect(fragment).toContain('was=dmf.advised');
  expect(fromFragment(fragment)).toMatchObject({ kind: 'read', position, unknown: [] });
  const broken = fromFragment('rules=1.0&at=result&was=magic.always&operation=read');
  expect(broken.kind === 'read' && broken.position.decided).toBeUndefined();
});

describe('a link that was made earlier still opens', () => {
  test.each([
    [
      'under the first rule book',
      'rules=1.0&at=result&operation=extract&latency=nightly',
      { answers: { profile: { operation: 'extract', latency: 'nightly' }, unsure: [] }, place: 'result' },
    ],
    [
      'with everything that a link could hold',
      'rules=1.1.3c9a01f&at=result&was=dmf.advised&counterpart=third-party&operation=create&volume_per_day=20000&systems=unsure&guarantees=ordered.exactly-once',
      {
        answers: {
          profile: {
            counterpart: 'third-party',
            operation: 'create',
            volume_per_day: 20_000,
            guarantees: ['ordered', 'exactly-once'],
          },
          unsure: ['systems'],
        },
        place: 'result',
        decided: { primary: 'dmf', middleware: 'advised' },
      },
    ],
  ])('%s', (_story, fragment, position) => {
    expect(fromFragment(fragment)).toMatchObject({ kind: 'read', position, faults: [], unknown: [] });
  });
});

test('a link carries the name of the interface, on one line and no longer than a name', () => {
  const answers = { profile: { latency: 'nightly' as const }, unsure: [] };
  const fragment = toFragment({ answers, place: 'result', name: 'Orders & returns' }, '1.0');
  expect(fragment).toContain('name=Orders+%26+returns');
  expect(fromFragment(fragment)).toMatchObject({ kind: 'read', position: { name: 'Orders & returns' }, unknown: [] });
  expect(fromFragment(`rules=1.0&name=${encodeURIComponent(`a\n${'b'.repeat(200)}`)}`)).toMatchObject({
    position: { name: `a ${'b'.repeat(78)}` },
  });
  expect(fromFragment('rules=1.0&name=+')).not.toHaveProperty('position.name');
  expect(toFragment({ answers, place: 'result', name: '' }, '1.0')).not.toContain('name');
});
