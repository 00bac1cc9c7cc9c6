import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { buildCommand } from '#tests/support/build-command.ts';

/** Prints the processor's time when the process that carries it ends. */
const meter = `data:text/javascript,process.on('exit',()=>{const{user,system}=process.cpuUsage();console.log('cpu '+(user+system)/1e6)})`;

/** Linux adds up the processor time of programs that have ended, and of those they started, in ticks of 10 ms. */
function secondsOfEnded(): number | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/**
 * Builds the site in a folder by its own script and tells the processor time it took: user and system, of the process, its threads
 * and, on Linux, the programs it starts, such as Pagefind.
 */
export function buildSeconds(root: string): number {
  const before = secondsOfEnded();
  const { stdout, status, stderr } = spawnSync(process.execPath, ['--import', meter, ...buildCommand(root)], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) throw new Error(`The build in ${root} failed:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  const own = [...stdout.matchAll(/^cpu ([\d.]+)$/gm)].reduce((sum, [, seconds]) => sum + Number(seconds), 0);
  const after = secondsOfEnded();
  return before === undefined || after === undefined ? own : after - before;
}
