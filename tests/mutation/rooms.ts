/** What a run of Stryker changes, the tests that have to notice, and the least share of mutants in per cent that they must. */
interface MutationRoom {
  /** Stryker splits a glob at each comma, so none may have one, not even in braces. */
  mutate: readonly string[];
  tests: readonly string[];
  least: number;
}

/**
 * Rooms of the source, each run by itself. Properties would take hours over all mutants, as would tests that go through
 * all that is recorded, and views are slow to draw.
 */
export const mutationRooms = {
  advisor: {
    mutate: ['src/core/advisor/**/*.ts'],
    tests: ['tests/unit/core/advisor/*.test.ts'],
    least: 85,
  },
  inventory: {
    mutate: ['src/apps/inventory/**/*.ts', '!src/apps/inventory/view/**', '!src/apps/inventory/**/*.worker.ts'],
    tests: ['tests/unit/apps/inventory/**/!(view)/*.test.ts', 'tests/unit/apps/inventory/*.test.ts'],
    least: 75,
  },
  search: {
    mutate: [
      'src/apps/search/index/**/*.ts',
      'src/apps/search/query/**/*.ts',
      'src/apps/search/ranking/**/*.ts',
      'src/apps/search/view/address.ts',
      'src/apps/search/view/excerpt.ts',
      'src/apps/search/view/wording.ts',
    ],
    tests: ['tests/unit/apps/search/**/*.test.ts'],
    least: 75,
  },
  questionnaire: {
    mutate: ['src/apps/questionnaire/*.ts'],
    tests: ['tests/unit/apps/questionnaire/*.test.ts'],
    least: 75,
  },
} satisfies Record<string, MutationRoom>;

export type MutationRoomName = keyof typeof mutationRooms;

export const isMutationRoom = (name: string | undefined): name is MutationRoomName =>
  name !== undefined && Object.hasOwn(mutationRooms, name);

/** Names the room for Stryker's own processes and Vitest's below them, which read a configuration and no arguments. */
export const ROOM_VARIABLE = 'MUTATION_ROOM';

/** The room that is run just now. */
export function currentRoom(): MutationRoom & { name: MutationRoomName } {
  const name = process.env[ROOM_VARIABLE];
  if (!isMutationRoom(name)) throw new Error(`${ROOM_VARIABLE} names no room: ${name}`);
  return { name, ...mutationRooms[name] };
}
