import { describe, expect, test } from 'vitest';
import { blueprints } from '#components/diagrams/blueprints.ts';
import { drawStacked } from '#components/diagrams/draw-stacked.ts';
import { drawWide } from '#components/diagrams/draw-wide.ts';
import { type Drawing, type Point, type Rectangle, textBounds } from '#components/diagrams/drawing.ts';
import { generalLayoutWithHub } from '#components/diagrams/layout.ts';
import { pictureOf, referenceArchitecture } from '#components/diagrams/reference-architecture.ts';
import { headPath, linePath } from '#components/diagrams/svg-path.ts';
import { textWidth, wrapText } from '#components/diagrams/wrap-text.ts';
import { distinctDesigns } from '#tests/support/designs.ts';
import { book } from '#tests/support/rule-book.ts';

const pictures = Object.keys(blueprints).flatMap((pattern) => [
  referenceArchitecture(pattern),
  referenceArchitecture(pattern, generalLayoutWithHub),
]);
const cases = pictures.flatMap((architecture) => [
  { name: `${architecture.title}, wide`, drawing: drawWide(architecture) },
  { name: `${architecture.title}, stacked`, drawing: drawStacked(architecture) },
]);

/** Every picture that some design has, as far as many random ones show; each once. */
const designs = [...new Map(distinctDesigns(book, 2500).map(({ chain }) => [JSON.stringify(pictureOf(chain)), chain]))];

const touches = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const holds = (outer: Rectangle, inner: Rectangle): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** The straight stretches of a line, each as thick as a hair. */
const stretches = (points: Point[]): Rectangle[] =>
  points.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y];
    return { x: Math.min(x, fromX), y: Math.min(y, fromY), width: Math.abs(x - fromX), height: Math.abs(y - fromY) };
  });

const texts = ({ panels, boxes, connections }: Drawing) =>
  [...panels.map((panel) => panel.title), ...boxes.map((box) => box.text), ...connections.map(({ label }) => label)]
    .filter((text) => text !== undefined)
    .map((text) => ({ words: text.lines.join(' '), bounds: textBounds(text) }));

const labels = ({ connections }: Drawing) =>
  connections.flatMap(({ label }) => (label ? [{ words: label.lines.join(' '), bounds: textBounds(label) }] : []));

/** What is wrong with a drawing, each fault with the words that show it. */
const faults: Readonly<Record<string, (drawing: Drawing) => unknown[]>> = {
  'every word stands inside the picture': (drawing) => {
    const sheet = { x: 0, y: 0, width: drawing.width, height: drawing.height };
    return texts(drawing).filter(({ bounds }) => !holds(sheet, bounds));
  },
  'words of a part stay inside its box': ({ boxes }) => boxes.filter((box) => !holds(box, textBounds(box.text))),
  'no words overlap': (drawing) => {
    const all = texts(drawing);
    const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
    return pairs.filter(([one, other]) => touches(one.bounds, other.bounds));
  },
  'no label lies on a box or a line': (drawing) => {
    const obstacles = [...drawing.boxes, ...drawing.connections.flatMap(({ points }) => stretches(points))];
    return labels(drawing).filter(({ bounds }) => obstacles.some((obstacle) => touches(bounds, obstacle)));
  },
  'no title of a lane is crossed by a line': ({ panels, connections }) => {
    const lines = connections.flatMap(({ points }) => stretches(points));
    const titles = panels.map(({ title }) => textBounds(title));
    return titles.filter((title) => lines.some((line) => touches(title, line)));
  },
  'no boxes overlap and no line runs through one': ({ boxes, connections }) =>
    boxes.filter((box, index) =>
      [...boxes.slice(index + 1), ...connections.flatMap(({ points }) => stretches(points))].some((other) =>
        touches(box, other),
      ),
    ),
};

describe.each(cases)('$name', ({ drawing }) => {
  test.each(Object.entries(faults))('%s', (_rule, find) => {
    expect(find(drawing)).toEqual([]);
  });
});

describe('pictures of designs', () => {
  test.each(Object.entries(faults))('%s', (_rule, find) => {
    expect(designs.length).toBeGreaterThan(300);
    for (const [, chain] of designs) {
      for (const draw of [drawWide, drawStacked]) {
        expect(find(draw(pictureOf(chain))), `${chain.pattern}: ${chain.parts.map(({ id }) => id).join(', ')}`).toEqual(
          [],
        );
      }
    }
  });
});

test('a wide drawing stays wider than high, a stacked one fits a telephone', () => {
  const architecture = referenceArchitecture('dmf');
  expect(drawWide(architecture).width).toBeGreaterThan(drawWide(architecture).height);
  expect(drawStacked(architecture).width).toBeLessThanOrEqual(360);
});

test('an edge that no straight line can draw is refused', () => {
  const architecture = referenceArchitecture('odata');
  const askew = { from: 'identity', to: 'failed-calls', label: 'askew', flow: 'async' as const };
  expect(() => drawWide({ ...architecture, edges: [askew] })).toThrow(
    '"identity" and "failed-calls" neither are neighbours in a lane nor share a row',
  );
  expect(() => drawWide({ ...architecture, edges: [{ ...askew, to: 'nowhere' }] })).toThrow(
    'names a part that is not there',
  );
});

describe('wrapText', () => {
  test.each([
    ['keeps what fits on one line', 'Calling system', 200, ['Calling system']],
    [
      'breaks into lines of about equal length',
      'Source system and its scheduler',
      140,
      ['Source system', 'and its scheduler'],
    ],
    ['prefers a break behind a colon', 'Dead-letter queue: resubmit', 150, ['Dead-letter queue:', 'resubmit']],
    ['gives a word that is too wide its own line', 'an incomprehensibility', 60, ['an', 'incomprehensibility']],
  ])('%s', (_story, text, width, lines) => {
    expect(wrapText(text, width, 13)).toEqual(lines);
  });

  test('counts a capital wider than an i', () => {
    expect(textWidth('W', 10)).toBeGreaterThan(textWidth('i', 10));
  });
});

test('arrowheads point along the last stretch', () => {
  const points: Point[] = [
    [0, 0],
    [20, 0],
    [20, 30],
  ];
  expect(linePath(points)).toBe('M0 0L20 0L20 30');
  expect(headPath(points, true)).toBe('M16 22L20 30L24 22Z');
  expect(headPath(points.toReversed(), false)).toBe('M8 4L0 0L8 -4');
});
