import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildId } from '#build/offline/build-id.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fno-build-'));
  for (const folder of ['content', 'src', 'public']) mkdirSync(join(root, folder));
  for (const name of ['package-lock.json', 'astro.config.mjs', 'src/a.ts']) writeFileSync(join(root, name), name);
});

afterEach(() => rmSync(root, { recursive: true }));

test('the same sources elsewhere make the same build', () => {
  const copy = mkdtempSync(join(tmpdir(), 'fno-build-copy-'));
  cpSync(root, copy, { recursive: true });
  expect(buildId(copy)).toBe(buildId(root));
  rmSync(copy, { recursive: true });
});

test.each(['src/a.ts', 'src/b.ts', 'package-lock.json'])('a change in %s makes another', (file) => {
  const before = buildId(root);
  writeFileSync(join(root, file), 'changed');
  expect(buildId(root)).not.toBe(before);
});
