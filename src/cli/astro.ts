import { join } from 'node:path';

/**
 * Astro's command line as this project's scripts start it, as in `node src/cli/astro.ts build`: it sends nothing to
 * anybody and writes nothing outside the project's folder. Left alone it reports how it is used, notes that in the
 * user's home folder, and keeps compiled code in the system's folder for temporary files.
 *
 * A program, since `NAME=value command` is no command on Windows.
 */
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../../node_modules/.cache/compiled');

await import(new URL('bin/astro.mjs', import.meta.resolve('astro/package.json')).href);
