import { choices } from '#core/advisor/profile.ts';
import { criterionIds, operationsSectionIds, patternIds } from '#core/advisor/rule-book.ts';
import { type Files, smallLibrary } from './small-library.ts';

const options = (words: readonly string[]): string =>
  words.map((word) => `    - { value: ${word}, label: The word ${word} }\n`).join('');

const numbers = ['detect', 'acknowledge', 'recover', 'loss', 'backlog', 'attempts', 'letters', 'rate', 'reconcile'];

const level = (id: string): string =>
  `- id: ${id}\n${['title', 'meaning', 'duty', ...numbers, 'keep', 'rehearse'].map((name) => `  ${name}: some\n`).join('')}`;

const pageOf = (id: string, index: number): string =>
  smallLibrary['content/patterns/odata.mdx']
    .replaceAll('OData', id)
    .replace('order: 1', `order: ${index + 1}`)
    .replace('limits: [page-size]', 'limits: [page-size]\nwithoutCapacity: None is published.');

const favouring = (id: string): string =>
  `  - { id: ${id}-some, criterion: task, when: { operation: create }, favour: 1, evidence: judgement, reason: A reason. }\n`;

const variantsOf = (id: string): string => `pattern: ${id}
choices:
  - id: ${id}-choice
    title: How
    variants:
      - { id: ${id}-one, name: One way, when: { operation: create }, evidence: judgement, reason: A reason. }
      - { id: ${id}-other, name: The other way, otherwise: true, evidence: judgement, reason: A reason. }
`;

const part = (id: string): string =>
  `- { id: ${id}, name: The ${id}, place: front, when: { operation: create }, evidence: judgement, reason: A reason., run: Watch it. }\n`;

const lines = (sections: readonly string[]): string =>
  sections.map((section) => `${section}: [{ text: Do ${section}., evidence: judgement }]\n`).join('');

const patternFiles = Object.fromEntries(
  patternIds.flatMap((id, index) => [
    [`content/patterns/${id}.mdx`, pageOf(id, index)],
    [`content/advisor/rules/${id}.yaml`, `pattern: ${id}\nrules:\n${favouring(id)}`],
    [`content/advisor/variants/${id}.yaml`, variantsOf(id)],
    [`content/advisor/operations/${id}.yaml`, `pattern: ${id}\n${lines(operationsSectionIds)}`],
  ]),
);

/** The small library, and the least that makes a valid advisor and a valid inventory beside it. */
export const smallSite = {
  ...smallLibrary,
  ...(patternFiles as Record<`content/advisor/${'rules' | 'variants' | 'operations'}/odata.yaml`, string>),
  // One term goes by the names of all patterns.
  'content/glossary.yaml': `${smallLibrary['content/glossary.yaml']}  aliases: [${patternIds.join(', ')}]\n`,
  'content/advisor/rule-book.yaml': `version: "1.0"
criteria:
${criterionIds.map((id) => `  - { id: ${id}, title: Some, asks: Some?, weight: 1, reason: A reason. }\n`).join('')}changes:
  - { version: "1.0", date: 2026-11-23, change: The first. }
`,
  'content/advisor/questions.yaml': `- field: operation
  label: Operation
  ask: What has to happen?
  why: Because.
  terms: [dmf]
  options:
${options(choices.operation)}- field: latency
  label: How soon
  ask: How soon?
  why: Because.
  options:
${options(choices.latency)}- field: systems
  label: Systems
  ask: How many systems?
  why: Because.
  options:
    - { value: 2, label: One or two }
    - { value: 4, label: Three or more }
`,
  'content/advisor/rules/odata.yaml': `pattern: odata
rules:
  - id: odata-read
    criterion: task
    when: { operation: read }
    unless:
      latency: nightly
    favour: 2
    evidence: guidance
    reason: OData reads, at most {page-size} at once.
    sources: [ms-odata]
  - id: odata-systems
    criterion: ownership
    when:
      - { systems: { above: 4 } }
      - { latency: [hourly, nightly] }
    against: 1
    evidence: judgement
    reason: A reason.
${favouring('odata')}`,
  'content/advisor/middleware.yaml': `verdicts:
  - id: hub-many
    when: { systems: { from: 5 }, primary: middleware }
    verdict: required
    evidence: judgement
    reason: A reason.
kinds: []
`,
  'content/advisor/conflicts.yaml': `- id: conflict-soon
  when: { operation: bulk-load, latency: realtime }
  title: A clash
  between: [{ field: operation, costs: Some }, { field: latency, costs: Some }]
  evidence: judgement
  reason: A reason.
`,
  'content/advisor/contradictions.yaml': `- id: contradiction-soon
  when: { operation: extract, latency: realtime }
  reason: A reason.
`,
  'content/advisor/notes.yaml': `- id: note-first
  when: { operation: update }
  title: A note
  link: /integration/first/
  evidence: judgement
  reason: A reason.
`,
  'content/advisor/parts.yaml': ['hub', 'queue'].map(part).join(''),
  'content/advisor/capacity.yaml': '[]\n',
  'content/advisor/meters.yaml': 'meters: []\nleft_out: []\n',
  'content/advisor/operations/odata.yaml': `pattern: odata
${operationsSectionIds[0]}:
  - text: Look every {sla:detect}, at {page-size} a page.
    evidence: guidance
    sources: [ms-odata]
    when: { operation: read }
${lines(operationsSectionIds.slice(1))}`,
  'content/advisor/situations.yaml': `- situation: Somebody waits for an answer
  profile: { operation: read, latency: realtime }
`,
  'content/advisor/operations/service-levels.yaml': choices.sla.map(level).join(''),
  'content/advisor/systems.yaml': `own_names: [F&O]
ordinary_words: []
heads: []
no_name: []
groups:
  - { kind: shops, counterpart: third-party, systems: { Shopify: [] } }
`,
  'content/advisor/described-examples.yaml': '- { text: It goes by night., understood: { latency: nightly } }\n',
  'content/advisor/words.yaml': `kinds: { PERSON: [user] }
ignore: []
denials: { before: [not], behind: [], except: [], reach: 4, ends: [but] }
supposed: []
fields: { latency: { nightly: { words: [by night] } } }
numbers: { digits: {}, scales: {}, spanish_scales: {}, spanish_signs: [], half: [] }
periods:
${['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'run'].map((one) => `  ${one}: [${one}]\n`).join('')}  daily_words: {}
  per: [per]
  peak: []
not_records: []
systems_of: []
receivers_of: []
ways: {}
follows: []
passed_over: []
`,
  'content/advisor/inventory.yaml': `columns:
  id: { label: Number, hint: A hint }
  name: { label: Interface, hint: A hint }
  system: { label: Other system, hint: A hint }
  window: { label: Hours, hint: A hint }
  source: { label: Comes from, hint: A hint }
  target: { label: Goes to, hint: A hint }
headers:
  name: [title]
  operation: [action]
values:
  operation:
    read: [look up]
    create: [add]
working:
  owner: { label: Owner, headers: [owner] }
  status: { label: Status, headers: [status] }
  wave: { label: Wave, headers: [wave] }
  note: { label: Note, headers: [note] }
waves:
  names: [First, Later]
  rules: [{ id: wave-all, wave: 1, when: [always], reason: It can wait. }]
  after: "It waits for {interface}."
beside:
  unit: []
  firstEnd: []
  secondEnd: []
  vague: {}
  kept: []
  short: {}
  parts: { source: [], target: [], system: [], amount: [], measure: [] }
  heads: {}
  wrappers: []
  flags: { latency: {}, direction: {}, protocol: {} }
  ticks: []
setAside:
  totals: [total]
  sections: { inbound: [], outbound: [], bidirectional: [], beside: [] }
  shapes: { repeated-header: say the header once more, section: hold a title only, total: add up what stands above, hidden: are hidden, rule: hold dashes only }
  rules: []
programme:
  - { id: some, verdict: advised, when: { interfaces: 5 }, reason: A reason. }
decisions:
  conflict: { severity: 1, title: "Requirements that do not go together: {rule}" }
  contradiction: { severity: 2, title: Answers that cannot both be true }
  beyond-limit: { severity: 1, title: "Beyond a published figure: {figure}" }
  beyond-guidance: { severity: 3, title: "Beyond a published figure: {figure}" }
  together-beyond-limit:
    severity: 1
    title: "Together beyond a published figure: {figure}"
    text: "{interfaces} interfaces add up to more from {from} on, {hours} hours a day."
  together-beyond-guidance:
    severity: 3
    title: "Together beyond a published figure: {figure}"
    text: "{interfaces} interfaces add up to more from {from} on, {hours} hours a day."
  hub-without-owner:
    severity: 2
    title: A hub is required and nobody runs one
    text: Find an owner, or give up what makes the hub necessary.
  unread:
    severity: 2
    title: Cells that could not be read
    text: They count as not known. Correct them in the table.
  no-pattern:
    severity: 3
    title: No pattern can be recommended
    text: Say at least what happens and how soon the other side must have it, or settle the requirements that clash.
  many-patterns:
    severity: 3
    patterns: 3
    title: "{patterns} patterns to one system: {system}"
    text: Each has its own monitoring, retries and failures. Ask whether fewer would do.
  same-name:
    severity: 3
    title: The same name more than once
    text: Two interfaces, or one that was entered twice?
  close:
    severity: 4
    title: Close calls
    text: One more fact could tip the pattern. Look at these before the others.
  uncertain:
    severity: 4
    title: Not certain yet
    text: An answer that is still open could change the pattern or the middleware verdict.
`,
  'content/advisor/sample-programme.csv': `Title,Action,How soon
Prices,look up,nightly
Orders,add,hourly
`,
} satisfies Files;
