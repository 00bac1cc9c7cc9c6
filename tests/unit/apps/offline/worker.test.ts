import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { WorkerWorld } from '#tests/support/worker-world.ts';

const integrityOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const script = 'export const a = 1;';
const path = '/_astro/a.1234.js';

let world: WorkerWorld;

async function installed(): Promise<void> {
  await world.dispatch('install');
  await world.dispatch('activate');
  world.asked.length = 0;
}

beforeEach(async () => {
  world = new WorkerWorld();
  world.network.set(path, script).set('/advisor/', '<h1>Advisor</h1>');
  const SHELL = [
    { url: path, revision: null, integrity: integrityOf(script) },
    { url: '/advisor/', revision: 'abcd' },
  ];
  await world.start({ SHELL, BUILD: 'newbuild', BASE: '' });
});

test('what a build needs is kept, and given without asking the network', async () => {
  await installed();
  expect(await world.pathsIn(await world.shell())).toEqual([path, '/advisor/?__WB_REVISION__=abcd']);
  expect(await world.get(path)).toBe(script);
  expect(world.asked).toEqual([]);
});

test('what earlier builds needed is cleared away when a build takes over, and not before', async () => {
  const old = ['/_astro/a.0000.js', '/advisor/?__WB_REVISION__=0000'];
  const shell = await world.shell();
  for (const address of old) await shell.put(address, new Response('old'));
  await (await world.caches.open('pages-oldbuild')).put('/integration/', new Response('old'));
  await world.caches.open('pages-newbuild');
  await world.caches.open('assets');

  await world.dispatch('install');
  expect(await world.pathsIn(shell)).toEqual(expect.arrayContaining(old));
  expect(await world.caches.keys()).toContain('pages-oldbuild');

  await world.dispatch('activate');
  expect((await world.pathsIn(shell)).sort()).toEqual([path, '/advisor/?__WB_REVISION__=abcd']);
  const left = (await world.caches.keys()).sort();
  expect(left).toEqual(['assets', 'pages-newbuild', 'workbox-precache-v2-https://site.example/']);
});

test('what was read under an earlier build is read anew, so that it stays readable', async () => {
  world.network.set('/integration/', 'new');
  await (await world.caches.open('pages-oldbuild')).put('/integration/', new Response('old'));
  await world.dispatch('install');
  expect(world.asked).toContain('/integration/');
});

test('a damaged script is not given to anybody, but fetched anew and kept in its place', async () => {
  await installed();
  const shell = await world.shell();
  await shell.put(path, new Response(script.replace('1', '2')));
  expect(await world.get(path)).toBe(script);
  expect(await (await shell.match(path))?.text()).toBe(script);
  expect(world.asked).toEqual([path]);
  expect(await world.get(path)).toBe(script);
  expect(world.asked).toEqual([path]);
});

test('a script that was cut off is fetched anew', async () => {
  await installed();
  await (await world.shell()).put(path, new Response(script.slice(0, 5)));
  expect(await world.get(path)).toBe(script);
});
