import type { AstroIntegration, AstroUserConfig } from 'astro';
import type { PluginOption } from 'vite';
import { expect, test, vi } from 'vitest';
import { islands } from '#build/islands/integration.ts';

/** Whether the integration of Preact as a whole was loaded, and with it Babel. */
const loaded = vi.hoisted(() => vi.fn<() => void>());

vi.mock('@astrojs/preact', async (original) => {
  loaded();
  return original();
});

/** What the integration asks of Astro: renderers, and plugins of Vite by their names. */
async function setUp(command: 'build' | 'dev'): Promise<{ renderers: unknown[]; plugins: PluginOption[] }> {
  const [addRenderer, updateConfig] = [
    vi.fn<(renderer: unknown) => void>(),
    vi.fn<(config: AstroUserConfig) => void>(),
  ];
  const setup = islands().hooks['astro:config:setup'] as unknown as (options: object) => Promise<void>;
  await setup({ command, addRenderer, updateConfig, injectScript: vi.fn<AstroIntegration['name'][]['push']>() });
  return {
    renderers: addRenderer.mock.calls.map(([renderer]) => renderer),
    plugins: updateConfig.mock.calls.flatMap(([{ vite }]) => vite?.plugins ?? []).flat() as PluginOption[],
  };
}

const namesOf = (plugins: PluginOption[]): string[] =>
  plugins.flatMap((plugin) => (plugin && 'name' in plugin ? [plugin.name] : []));

test('a build draws components by the renderer of Preact, and loads no Babel', async () => {
  const { renderers, plugins } = await setUp('build');
  expect(renderers).toMatchObject([
    { clientEntrypoint: '@astrojs/preact/client.js', serverEntrypoint: '@astrojs/preact/server.js' },
  ]);
  expect(namesOf(plugins)).toEqual(['islands-settings']);
  expect(loaded).not.toHaveBeenCalled();
});

test('the development server compiles components as the integration of Preact does', async () => {
  const { renderers, plugins } = await setUp('dev');
  expect(renderers).toMatchObject([{ clientEntrypoint: '@astrojs/preact/client-dev.js' }]);
  expect(namesOf(plugins)).toContain('vite:preact-jsx');
  expect(loaded).toHaveBeenCalledOnce();
});
