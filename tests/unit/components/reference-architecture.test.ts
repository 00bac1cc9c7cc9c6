import { describe, expect, test } from 'vitest';
import type { Architecture } from '#components/diagrams/architecture.ts';
import { blueprints } from '#components/diagrams/blueprints.ts';
import { generalLayout, generalLayoutWithHub } from '#components/diagrams/layout.ts';
import { describeArchitecture, referenceArchitecture, toMermaid } from '#components/diagrams/reference-architecture.ts';

const cases = Object.keys(blueprints).flatMap((pattern) => [
  { pattern, middleware: false },
  { pattern, middleware: true },
]);

describe.each(cases)('$pattern, middleware $middleware', ({ pattern, middleware }) => {
  const architecture = referenceArchitecture(pattern, middleware ? generalLayoutWithHub : generalLayout);
  const { nodes, edges } = architecture;
  const ids = nodes.map((node) => node.id);

  test('gives every part its own id', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('joins only parts that are there, and leaves none alone', () => {
    const ends = edges.flatMap((edge) => [edge.from, edge.to]);
    expect(new Set(ends)).toEqual(new Set(ids));
  });

  test('shows F&O, the other side, and one place that monitors', () => {
    expect(nodes.map((node) => node.lane)).toEqual(expect.arrayContaining(['fno', 'counterpart']));
    expect(nodes.filter((node) => node.role === 'monitoring')).toHaveLength(1);
  });

  test('shows where failures land, how they get there, and that somebody watches', () => {
    const failures = nodes.filter((node) => node.role === 'failure');
    expect(failures).not.toHaveLength(0);
    for (const { id } of failures) {
      expect(edges.filter((edge) => edge.to === id).map((edge) => edge.flow)).toEqual(['failure']);
      expect(edges).toContainEqual(expect.objectContaining({ from: id, to: 'monitoring', flow: 'watch' }));
    }
  });

  test('is described with every part and what passes between them', () => {
    const words = describeArchitecture(architecture).join('\n');
    for (const { label } of nodes) expect(words).toContain(`“${label}”`);
    for (const { label } of edges.filter((edge) => edge.flow !== 'watch')) expect(words).toContain(label);
  });

  test('is written as Mermaid with every part and every edge', () => {
    const text = toMermaid(architecture);
    for (const { label } of nodes) expect(text).toContain(`["${label}"]`);
    for (const { label } of edges) expect(text).toContain(`|"${label}"|`);
  });
});

test('middleware takes over calls, retries and failures of the counterpart', () => {
  const { title, nodes, edges } = referenceArchitecture('odata', generalLayoutWithHub);
  expect(title).toBe('OData with middleware');
  expect(nodes.filter((node) => node.lane === 'counterpart').map((node) => node.id)).toEqual(['caller']);
  expect(edges.filter((edge) => edge.from === 'mediation').map((edge) => edge.to)).toEqual([
    'endpoint',
    'identity',
    'mediation-dead-letter',
  ]);
  expect(edges).toContainEqual(expect.objectContaining({ from: 'caller', to: 'mediation', flow: 'sync' }));
});

test('middleware passes events on to the subscriber', () => {
  const { edges } = referenceArchitecture('business-events', generalLayoutWithHub);
  expect(edges).toContainEqual(expect.objectContaining({ from: 'mediation', to: 'subscriber', flow: 'async' }));
});

test.each(['dual-write', 'virtual-entities', 'middleware'])('middleware changes nothing in %s', (pattern) => {
  expect(referenceArchitecture(pattern, generalLayoutWithHub)).toEqual(referenceArchitecture(pattern));
});

test('a pattern without a picture is a mistake in the program', () => {
  expect(() => referenceArchitecture('telepathy')).toThrow('no reference architecture for "telepathy"');
});

test('words say who waits, where failures go and what is watched', () => {
  expect(describeArchitecture(referenceArchitecture('odata'))).toEqual([
    'Finance & Operations: “OData endpoint”, “Public data entity and its logic”.',
    'In between: “Microsoft Entra ID”.',
    'Other side: “Calling system”, “Failed calls, kept for retry”.',
    'Operations: “Monitoring: failed calls, 429s, response times”.',
    'From “Calling system” to “OData endpoint”: reads and writes, and waits for the answer.',
    'From “OData endpoint” to “Public data entity and its logic”: runs at once, and waits for the answer.',
    'From “Calling system” to “Microsoft Entra ID”: gets a token, and waits for the answer.',
    'What fails at “Calling system” (error or 429) lands in “Failed calls, kept for retry”.',
    'Monitoring watches “Failed calls, kept for retry”.',
    'F&O keeps no queue: a call that the caller does not repeat is lost.',
  ]);
});

test('Mermaid keeps its own syntax out of labels', () => {
  const architecture: Architecture = {
    title: 'Awkward',
    nodes: [
      { id: 'end', label: 'Table "A" [old] #1; <b>', lane: 'fno', row: 1, role: 'part' },
      { id: 'dead-letter', label: 'Queue {x}|`y`\nz', lane: 'between', row: 1, role: 'failure' },
    ],
    edges: [
      { from: 'end', to: 'dead-letter', label: 'says "no"', flow: 'failure' },
      { from: 'dead-letter', to: 'end', label: 'asks', flow: 'sync', bothWays: true },
    ],
  };
  expect(toMermaid(architecture)).toMatchInlineSnapshot(`
    "flowchart LR
      subgraph lane_fno["Finance & Operations"]
        part_end["Table #34;A#34; #91;old#93; #35;1#59; #60;b#62;"]:::part
      end
      subgraph lane_between["In between"]
        part_dead_letter["Queue #123;x#125;#124;#96;y#96; z"]:::failure
      end
      part_end ==>|"says #34;no#34;"| part_dead_letter
      part_dead_letter <-->|"asks"| part_end
      classDef failure stroke-dasharray: 2 3
    "
  `);
});
