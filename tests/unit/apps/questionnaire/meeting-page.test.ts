import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { meetingFile, meetingPageOf } from '#apps/questionnaire/meeting-page.ts';
import { advise } from '#core/advisor/advice.ts';
import type { Profile } from '#core/advisor/profile.ts';
import { book } from '#tests/support/rule-book.ts';

const link = 'https://example.org/advisor/#rules=1';
const orders: Profile = {
  operation: 'create',
  counterpart: 'third-party',
  direction: 'inbound',
  latency: 'nightly',
  volume_per_day: 50_000,
};

describe('a page for a meeting', () => {
  const page = meetingPageOf(advise(orders, ['protocol'], book), 'Orders <of> the "shop" & more', link);

  test('says what is recommended, how far to rely on it, and why', () => {
    expect(page).toMatchObject({ answer: 'Data management framework', certainty: 'Provisional', link });
    expect(page.criteria.map(({ title }) => title)).toContain('Task');
    for (const { side, reason } of page.criteria) {
      expect(['For', 'Against', 'Even']).toContain(side);
      expect(reason).not.toBe('');
    }
    expect(page.alternatives).toHaveLength(2);
    expect(page.sources.length).toBeGreaterThan(0);
    expect(page.facts).toContain('Volume a day: 50,000');
    expect(page.facts).toContain('How it speaks: not sure');
  });

  test('is a Word document that holds all of it, with what people typed as text', async () => {
    const file = await meetingFile(advise(orders, ['protocol'], book), 'Orders <of> the "shop" & more', link);
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const text = strFromU8(parts['word/document.xml'] as Uint8Array);
    expect(text).toContain('Orders &lt;of&gt; the &quot;shop&quot; &amp; more');
    for (const said of [page.answer, 'What would change it', 'The strongest alternatives', 'Decision', 'Owner'])
      expect(text).toContain(said);
    const links = strFromU8(parts['word/_rels/document.xml.rels'] as Uint8Array);
    expect(links).toContain('Target="https://example.org/advisor/"');
    // Word puts the fragment behind the address itself.
    expect(text).toContain('w:anchor="rules=1"');
  });

  test('without a pattern says so and names no alternatives', () => {
    const empty = meetingPageOf(advise({}, [], book), '', link);
    expect(empty).toMatchObject({
      title: 'Integration pattern',
      answer: 'No recommendation yet',
      alternatives: [],
      criteria: [],
    });
  });
});
