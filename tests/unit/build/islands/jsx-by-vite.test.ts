import preact from '@astrojs/preact';
import type { AstroUserConfig } from 'astro';
import { type Plugin, resolveConfig } from 'vite';
import { expect, test, vi } from 'vitest';
import { jsxByVite } from '#build/islands/jsx-by-vite.ts';

/** What Astro's integration for Preact adds to Vite. */
function pluginsOfPreact(): NonNullable<AstroUserConfig['vite']>['plugins'] {
  const updateConfig = vi.fn<(config: AstroUserConfig) => void>();
  const setup = preact().hooks['astro:config:setup'] as (options: object) => void;
  setup({ updateConfig, command: 'build', addRenderer: vi.fn(), injectScript: vi.fn() });
  return updateConfig.mock.calls.flatMap(([{ vite }]) => vite?.plugins ?? []);
}

async function babelStep(command: 'build' | 'serve'): Promise<Plugin | undefined> {
  const plugins = [pluginsOfPreact(), jsxByVite()];
  const config = await resolveConfig({ configFile: false, logLevel: 'silent', plugins }, command);
  return config.plugins.find(({ name }) => name === 'vite:preact-jsx');
}

test('a build sends no component through Babel; the development server does', async () => {
  const [built, served] = [await babelStep('build'), await babelStep('serve')];
  expect(built).toBeDefined();
  expect(built?.transform).toBeUndefined();
  expect(served?.transform).toBeTypeOf('function');
});

test('a build stops where the step is no longer known by its name', async () => {
  const config = resolveConfig({ configFile: false, logLevel: 'silent', plugins: [jsxByVite()] }, 'build');
  await expect(config).rejects.toThrow('vite:preact-jsx');
});
