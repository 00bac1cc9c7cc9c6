import type { RuleBook } from '#core/advisor/rule-book.ts';
import { patternName } from '#core/advisor/wording.ts';
import type { Landscape, LandscapeLine } from './landscape.ts';
import type { LandscapeLayout } from './lay-out.ts';
import { directionText, lineText } from './line-text.ts';

/** Kinds of text that a landscape can be written as, to be opened in other programs. */
export type DiagramKind = 'mermaid' | 'drawio' | 'plantuml';

/** A landscape with where everything stands in it. */
export interface DrawnLandscape {
  landscape: Landscape;
  layout: LandscapeLayout;
}

/** What a file says of itself. */
export interface DiagramTitle {
  title: string;
  book: RuleBook;
}

const withoutBreaks = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

/** Mermaid reads a label in quotes as it is but for quotes, and knows characters by their numbers. */
const mermaidText = (text: string): string =>
  `"${withoutBreaks(text).replaceAll(/[#"&<>`\\;|]/g, (sign) => `#${sign.charCodeAt(0)};`)}"`;

const hasHub = ({ lines }: Landscape): boolean => lines.some(({ throughHub }) => throughHub);

const systemIds = ({ systems }: Landscape): ReadonlyMap<string, string> =>
  new Map(systems.map(({ name }, index) => [name, `s${index + 1}`]));

const mermaidArrow: Readonly<Record<string, string>> = { inbound: '-->', outbound: '-->', bidirectional: '<-->' };

/** From whom to whom, by the way of the data; one that nobody says begins at the system. */
function endsFor({ system, throughHub, direction }: LandscapeLine, ids: ReadonlyMap<string, string>): [string, string] {
  const inner = throughHub ? 'hub' : 'fno';
  const outer = ids.get(system) ?? '';
  return direction === 'outbound' ? [inner, outer] : [outer, inner];
}

/** The landscape as a Mermaid flowchart: systems, hub and F&O, with pattern and number on each line. */
export function toMermaidLandscape({ landscape }: DrawnLandscape, { title, book }: DiagramTitle): string {
  const ids = systemIds(landscape);
  const nodes = landscape.systems.map(({ name }) => `  ${ids.get(name)}[${mermaidText(name)}]`);
  const lines = landscape.lines.map((line) => {
    const [from, to] = endsFor(line, ids);
    const arrow = line.direction === undefined ? '---' : (mermaidArrow[line.direction] ?? '---');
    return `  ${from} ${arrow}|${mermaidText(lineText(line, landscape.grain, book))}| ${to}`;
  });
  return [
    '---',
    `title: ${JSON.stringify(withoutBreaks(title))}`,
    '---',
    'flowchart LR',
    `  fno[["Finance #38; Operations"]]`,
    ...(hasHub(landscape) ? ['  hub{{"Middleware hub"}}', '  hub <==> fno'] : []),
    ...nodes,
    ...lines,
    '',
  ].join('\n');
}

const escapeXml = (text: string): string =>
  withoutBreaks(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\ufffe\uffff]|\p{Cs}/gu, '');

/** Labels of draw.io are HTML inside of an attribute, so a sign of HTML is escaped twice. */
const drawioText = (text: string): string => escapeXml(escapeXml(text));

/** A dash and a width for each pattern in turn, so that a line is known in black and white as well. */
const dashes = ['', 'dashed=1;', 'dashed=1;dashPattern=1 3;', 'dashed=1;dashPattern=8 3 1 3;'] as const;

function drawioStyle({ direction, patterns }: LandscapeLine, { patterns: known }: RuleBook): string {
  const [first] = patterns;
  const index = Math.max(
    known.findIndex(({ id }) => id === first?.pattern),
    0,
  );
  const both = direction === 'bidirectional';
  const start = both || direction === 'outbound' ? 'block' : 'none';
  const end = both || direction === 'inbound' ? 'block' : 'none';
  return `endArrow=${end};startArrow=${start};html=1;rounded=0;${dashes[index % dashes.length]}`;
}

/** The landscape as a file of draw.io, with everything where the page has it. */
export function toDrawio({ landscape, layout }: DrawnLandscape, { title, book }: DiagramTitle): string {
  const shapes = {
    system: 'rounded=1;whiteSpace=wrap;html=1;',
    own: 'rounded=0;whiteSpace=wrap;html=1;fontStyle=1;strokeWidth=2;',
    hub: 'shape=hexagon;perimeter=hexagonPerimeter2;whiteSpace=wrap;html=1;fixedSize=1;size=12;',
  };
  const names = new Map(landscape.systems.map(({ name }, index) => [`system-${index}`, name]));
  const boxes = layout.boxes.map(({ id, kind, label, detail, x, y, width, height }) => {
    const value = `${drawioText(names.get(id) ?? label)}&lt;br&gt;${drawioText(detail)}`;
    return (
      `<mxCell id="${id}" value="${value}" style="${shapes[kind]}" vertex="1" parent="1">` +
      `<mxGeometry x="${Math.round(x - width / 2)}" y="${Math.round(y - height / 2)}" width="${width}" height="${height}" as="geometry"/></mxCell>`
    );
  });
  const idOf = new Map(landscape.systems.map(({ name }, index) => [name, `system-${index}`]));
  const middle = layout.boxes.find(({ kind }) => kind === 'own')?.x ?? 0;
  const sideOf = (system: string): 'left' | 'right' => {
    const box = layout.boxes.find(({ id }) => id === idOf.get(system));
    return (box?.x ?? 0) <= middle ? 'left' : 'right';
  };
  const edge = (id: string, value: string, style: string, source: string, target: string): string =>
    `<mxCell id="${id}" value="${value}" style="${style}" edge="1" parent="1" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`;
  const lines = landscape.lines.map((line) => {
    const inner = line.throughHub ? `hub-${sideOf(line.system)}` : 'own';
    const text = drawioText(lineText(line, landscape.grain, book));
    return edge(line.id, text, drawioStyle(line, book), idOf.get(line.system) ?? '', inner);
  });
  const trunks = layout.trunks.map(({ id, label }) =>
    edge(
      id,
      drawioText(label.text),
      'endArrow=block;startArrow=block;html=1;strokeWidth=3;',
      id.replace('trunk', 'hub'),
      'own',
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<mxfile><diagram name="${escapeXml(title).slice(0, 80)}"><mxGraphModel pageWidth="${layout.width}" pageHeight="${layout.height}"><root>`,
    '<mxCell id="0"/><mxCell id="1" parent="0"/>',
    ...boxes,
    ...lines,
    ...trunks,
    '</root></mxGraphModel></diagram></mxfile>',
    '',
  ].join('\n');
}

/** Macros of C4 split their arguments at commas outside of quotes, and know no escape for a quote. */
const c4Text = (text: string): string =>
  `"${withoutBreaks(text)
    .replaceAll('"', "'")
    .replaceAll('\\', '/')
    .replaceAll(/[()]/g, (sign) => (sign === '(' ? '[' : ']'))}"`;

function relationOf(
  line: LandscapeLine,
  grain: Landscape['grain'],
  ids: ReadonlyMap<string, string>,
  book: RuleBook,
): string {
  const [from, to] = endsFor(line, ids);
  const macro = line.direction === 'bidirectional' ? 'BiRel' : 'Rel';
  const what = grain === 'interface' ? (line.titles[0] ?? '') : `${line.titles.length} interfaces`;
  const way = line.direction === undefined ? `${what}, direction not said` : what;
  const isMixed = line.patterns.length > 1;
  const pattern = isMixed ? lineText(line, grain, book) : patternName(line.patterns[0]?.pattern, book);
  return `${macro}(${from}, ${to}, ${c4Text(way)}, ${c4Text(pattern)})`;
}

/** The landscape as a C4 container diagram for PlantUML, whose library brings the C4 macros along. */
export function toPlantUml({ landscape }: DrawnLandscape, { title, book }: DiagramTitle): string {
  const ids = systemIds(landscape);
  const relations = landscape.lines.map((line) => relationOf(line, landscape.grain, ids, book));
  return [
    '@startuml',
    '!include <C4/C4_Container>',
    `title ${withoutBreaks(title)}`,
    'LAYOUT_LEFT_RIGHT()',
    'System(fno, "Finance & Operations", "Dynamics 365")',
    ...(hasHub(landscape)
      ? ['System(hub, "Middleware hub", "Wanted by the verdict")', 'BiRel(hub, fno, "all that goes through it")']
      : []),
    ...landscape.systems.map(
      ({ name, interfaces }) =>
        `System_Ext(${ids.get(name)}, ${c4Text(name)}, ${c4Text(interfaces === 1 ? '1 interface' : `${interfaces} interfaces`)})`,
    ),
    ...relations,
    '@enduml',
    '',
  ].join('\n');
}

/** What a line says in a sentence, for lists and for those who do not see the picture. */
export const lineSentence = (line: LandscapeLine): string =>
  `${line.direction === undefined ? 'direction not said' : directionText[line.direction]}${line.throughHub ? ', through a hub' : ', direct'}`;
