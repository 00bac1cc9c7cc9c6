import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Replacements } from '#apps/offline/replacements.ts';

/** Makes a worker's script, in one piece and no module, since not every browser takes modules as service workers. */
export async function bundleWorker(name: 'worker' | 'retired-worker', replacements: Replacements): Promise<string> {
  const entry = fileURLToPath(new URL(`../../apps/offline/${name}.ts`, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: {
      'process.env.NODE_ENV': '"production"',
      ...Object.fromEntries(Object.entries(replacements).map(([key, value]) => [key, JSON.stringify(value)])),
    },
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'worker' } },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error(`Vite made nothing of ${entry}`);
  return output.output[0].code;
}
