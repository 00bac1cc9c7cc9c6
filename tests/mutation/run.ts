/**
 * `npm run mutation -- ROOM [OPTIONS OF STRYKER]`: changes the code of a room one small thing at a time, and counts what
 * its unit tests notice; `--mutate FILE` does so for a single file. What earlier runs found is kept, and tried again only
 * where the code or its tests have changed since.
 *
 * The status is 1 where the tests notice less than the room asks for.
 */
import { spawnSync } from 'node:child_process';
import { isMutationRoom, mutationRooms, ROOM_VARIABLE } from './rooms.ts';

const [room, ...options] = process.argv.slice(2);
if (isMutationRoom(room)) {
  const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'tests/mutation/stryker.config.mjs'];
  const { status } = spawnSync(process.execPath, [...stryker, ...options], {
    stdio: 'inherit',
    env: { ...process.env, [ROOM_VARIABLE]: room },
  });
  process.exitCode = status ?? 1;
} else {
  console.error(`Say which room: npm run mutation -- ${Object.keys(mutationRooms).join('|')}`);
  process.exitCode = 2;
}
