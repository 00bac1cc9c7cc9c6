import { expect, test } from 'vitest';
import { drawWide } from '#components/diagrams/draw-wide.ts';
import { generalLayout, generalLayoutWithHub } from '#components/diagrams/layout.ts';
import { referenceArchitecture } from '#components/diagrams/reference-architecture.ts';
import { patternIds } from '#core/advisor/rule-book.ts';
import { library } from '#tests/support/rule-book.ts';

test.each(patternIds)('%s has a picture that can be drawn, with middleware and without', (id) => {
  for (const layout of [generalLayout, generalLayoutWithHub]) {
    const { boxes } = drawWide(referenceArchitecture(id, layout));
    expect(boxes.length).toBeGreaterThan(3);
  }
});

test.each(patternIds)('%s has a word in the glossary by which people look for it', (id) => {
  const { name, short } = library.patterns.find((pattern) => pattern.id === id) ?? { name: id, short: id };
  const wanted = [name, short].map((word) => word.toLowerCase());
  const known = [...library.terms.values()].flatMap(({ term, aliases = [] }) => [term, ...aliases]);
  const found = known
    .map((word) => word.toLowerCase())
    .filter((word) => wanted.some((one) => word.startsWith(one.slice(0, -1))));
  expect(found).not.toEqual([]);
});
