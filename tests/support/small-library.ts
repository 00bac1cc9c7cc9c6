import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { comparisonFields } from '#content/schemas/pattern.ts';

/** Contents of files by their path below the project's root. */
export type Files = Readonly<Record<string, string>>;

const comparison = comparisonFields.map((field) => `  ${field}: a phrase`).join('\n');

/** The least that makes a valid library: three answers, a pattern, and what they refer to. */
export const smallLibrary = {
  'src/pages/index.astro': '',
  'src/pages/advisor/rules.astro': '',
  'src/pages/404.astro': '',
  'src/pages/[hub]/index.astro': '',
  'src/pages/[hub]/[question].astro': '',
  'src/pages/patterns/[pattern].astro': '',
  'src/pages/reading-paths/[id].astro': '',
  'content/home.yaml': 'first: [integration/first, integration/second, integration/third]\n',
  'content/hubs/integration.yaml': `title: Integration FAQ
short: Integration
line: A line.
order: 1
beliefs: [One., Two., Three.]
topics: [{ id: choosing, title: Choosing }]
`,
  'content/sources/integration.yaml': `ms-odata:
  title: Open Data Protocol
  url: https://learn.microsoft.com/odata
  publisher: Microsoft Learn
  dated: 2024-05-01
  checked: 2026-11-23
  grade: A
`,
  'content/figures/integration.yaml': `page-size:
  value: 10000
  unit: records
  scope: per page
  kind: limit
  source: ms-odata
  checked: 2026-11-23
  reviewBy: 2027-11-23
`,
  'content/glossary.yaml': `- id: dmf
  term: DMF
  definition: The data management framework.
`,
  'content/patterns/odata.mdx': `---
name: Synchronous OData
short: OData
order: 1
line: A line.
verdict: A verdict.
useWhen: [one, two]
avoidWhen: [one, two]
comparison:
${comparison}
limits: [page-size]
operations: [one, two, three]
related: [integration/first]
sources: [ms-odata]
reviewed: 2026-11-23
---

A body.
`,
  'content/answers/integration/first.mdx': `---
question: Which one first?
verdict: This one.
audiences: [architect]
topic: choosing
aliases: [which]
related: [integration/second]
sources: [ms-odata]
reviewed: 2026-11-23
confidence: documented
---

A page holds <Fact id="page-size" />, says one<Cite id="ms-odata" />. See [the second](/integration/second/).
A <Term id="dmf">DMF</Term> job.

| a | b |
| --- | --- |
| 1 | 2 |
`,
  'content/answers/integration/second.mdx': `---
question: And then?
verdict: The other one.
audiences: [cio]
topic: choosing
sources: [ms-odata]
reviewed: 2026-11-23
confidence: practitioner-judgement
---

A body.
`,
  'content/answers/integration/third.mdx': `---
question: And in the end?
verdict: Neither.
audiences: [cfo]
topic: choosing
sources: [ms-odata]
reviewed: 2026-11-23
confidence: documented
---

A body.
`,
} satisfies Files;

/**
 * Writes files into a folder of their own, hands it to `use` and removes it.
 *
 * @returns what `use` returned
 */
export function inTemporaryProject<T>(files: Files, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'fno-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}
