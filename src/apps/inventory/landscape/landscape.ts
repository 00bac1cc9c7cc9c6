import type { Outcome } from '#apps/inventory/deciding/decide.ts';
import { type InventoryRow, isSameSystem, rowTitle } from '#apps/inventory/machine/inventory.ts';
import type { Direction } from '#apps/inventory/reading/ends.ts';
import type { MiddlewareVerdict, PatternId } from '#core/advisor/rule-book.ts';

/** Which interfaces are drawn; all where nothing is said. */
export interface LandscapeFilter {
  /** `none`: those without a pattern. */
  pattern?: PatternId | 'none' | undefined;
  system?: string | undefined;
  verdict?: MiddlewareVerdict | undefined;
}

/** How much one line stands for: an interface, those of one pattern between the same ends, or all of a system. */
export type Grain = 'interface' | 'pattern' | 'system';

/** A pattern with how many interfaces have it; `undefined` where none can be recommended. */
export interface PatternCount {
  pattern: PatternId | undefined;
  count: number;
}

/** A line of the landscape, from a system to F&O or to the hub before it. */
export interface LandscapeLine {
  id: string;
  system: string;
  /** Seen from F&O; missing where no interface of the line says it. */
  direction: Direction | undefined;
  /** The most frequent first. */
  patterns: readonly PatternCount[];
  /** Whether the verdict wants a hub in between. */
  throughHub: boolean;
  /** Names of the interfaces that it stands for. */
  titles: readonly string[];
  /** Their keys in the inventory. */
  keys: readonly number[];
}

/** F&O, the systems around it, and what lies between them. */
export interface Landscape {
  grain: Grain;
  /** Each system with its interfaces, the most connected first. */
  systems: readonly { name: string; interfaces: number }[];
  lines: readonly LandscapeLine[];
  interfaces: number;
  /** Systems of which nothing is drawn, because there are too many. */
  notDrawn: readonly string[];
}

/** A row with what came out of it, as far as it is decided. */
export interface LandscapeRow {
  row: InventoryRow;
  outcome: Outcome | undefined;
}

/** Up to here each interface has a line of its own. */
const MOST_SINGLE = 12;
/** Up to here the interfaces of one pattern share a line; beyond, those of a system do. */
const MOST_BY_PATTERN = 48;
/** Systems that still can be told apart in one picture. */
const MOST_SYSTEMS = 60;

/** What stands for a system that no cell names. */
export const UNNAMED = 'System not named';

interface Drawn {
  system: string;
  title: string;
  key: number;
  direction: Direction | undefined;
  pattern: PatternId | undefined;
  throughHub: boolean;
}

function isShown(filter: LandscapeFilter, { row, outcome }: LandscapeRow): boolean {
  if (filter.pattern !== undefined && (outcome?.primary ?? 'none') !== filter.pattern) return false;
  if (filter.verdict !== undefined && outcome?.middleware !== filter.verdict) return false;
  return filter.system === undefined || isSameSystem(row.cells.system ?? UNNAMED, filter.system);
}

const directions: ReadonlySet<string> = new Set(['inbound', 'outbound', 'bidirectional']);

/** Systems are told apart without case and spaces, and called as they are spelt first. */
function systemNames() {
  const names = new Map<string, string>();
  return (row: InventoryRow): string => {
    const name = row.cells.system?.trim() || UNNAMED;
    const key = name.replaceAll(/\s+/g, ' ').toLowerCase();
    const known = names.get(key) ?? name;
    names.set(key, known);
    return known;
  };
}

function drawnOf(rows: readonly LandscapeRow[], filter: LandscapeFilter): Drawn[] {
  const nameOf = systemNames();
  return rows.flatMap((one, index): Drawn[] => {
    const system = nameOf(one.row);
    if (!isShown(filter, one)) return [];
    const { row, outcome } = one;
    const said = row.cells.direction ?? '';
    return [
      {
        system,
        title: rowTitle(row, index),
        key: row.key,
        direction: directions.has(said) ? (said as Direction) : undefined,
        pattern: outcome?.primary,
        throughHub: outcome?.middleware === 'required' || outcome?.middleware === 'advised',
      },
    ];
  });
}

/** All the same way, or both ways; those that say nothing follow the others. */
function commonDirection(drawn: readonly Drawn[]): Direction | undefined {
  const said = new Set(drawn.flatMap(({ direction }) => direction ?? []));
  const [only] = said;
  return said.size > 1 ? 'bidirectional' : only;
}

function countPatterns(drawn: readonly Drawn[]): PatternCount[] {
  const counts = Map.groupBy(drawn, ({ pattern }) => pattern);
  return [...counts]
    .map(([pattern, group]) => ({ pattern, count: group.length }))
    .toSorted((a, b) => b.count - a.count);
}

const keyOf: Readonly<Record<Grain, (one: Drawn) => string>> = {
  interface: ({ key }) => `i${key}`,
  pattern: ({ system, pattern, direction, throughHub }) => `${system}\n${pattern}\n${direction}\n${throughHub}`,
  system: ({ system, throughHub }) => `${system}\n${throughHub}`,
};

function linesOf(drawn: readonly Drawn[], grain: Grain): LandscapeLine[] {
  return [...Map.groupBy(drawn, keyOf[grain]).values()].map((group, index) => ({
    id: `line-${index + 1}`,
    system: group[0]?.system ?? UNNAMED,
    direction: commonDirection(group),
    patterns: countPatterns(group),
    throughHub: group[0]?.throughHub ?? false,
    titles: group.map(({ title }) => title),
    keys: group.map(({ key }) => key),
  }));
}

function grainFor(drawn: readonly Drawn[]): Grain {
  if (drawn.length <= MOST_SINGLE) return 'interface';
  return new Set(drawn.map(keyOf.pattern)).size <= MOST_BY_PATTERN ? 'pattern' : 'system';
}

/**
 * What the picture of a programme shows: every system with its lines to F&O. Few interfaces have a line each; of many,
 * those share a line that have the same pattern, way and verdict, or at least the same system.
 */
export function landscapeOf(rows: readonly LandscapeRow[], filter: LandscapeFilter = {}): Landscape {
  const all = drawnOf(rows, filter);
  const bySystem = [...Map.groupBy(all, ({ system }) => system)]
    .map(([name, group]) => ({ name, interfaces: group.length }))
    .toSorted((a, b) => b.interfaces - a.interfaces);
  const systems = bySystem.slice(0, MOST_SYSTEMS);
  const names = new Set(systems.map(({ name }) => name));
  const drawn = all.filter(({ system }) => names.has(system));
  const grain = grainFor(drawn);
  return {
    grain,
    systems,
    lines: linesOf(drawn, grain),
    interfaces: all.length,
    notDrawn: bySystem.slice(MOST_SYSTEMS).map(({ name }) => name),
  };
}
