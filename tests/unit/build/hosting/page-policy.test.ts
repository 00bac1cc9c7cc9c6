import { expect, test } from 'vitest';
import { pagePolicy, withBuild, withPolicy } from '#build/hosting/page-policy.ts';

const page = (body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`;

const directives = (html: string, runsWebAssembly = false): Record<string, string> =>
  Object.fromEntries(
    pagePolicy(html, runsWebAssembly)
      .split('; ')
      .map((directive) => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1).join(' ')]),
  );

const hashOfAlert = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

test('a page without a script may run none and fetch nothing', () => {
  expect(pagePolicy(page('<p>Text.</p>'), false)).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'",
  );
});

test('a page with a script may run it, fetch from its own site and start workers of it', () => {
  expect(pagePolicy(page('<script src="/_astro/a.js"></script>'), false)).toBe(
    "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'",
  );
});

test.each([
  ['a block of data', '<script type="application/json" id="rules">{"a":1}</script>'],
  ['structured data', '<script type="application/ld+json">{}</script>'],
])('%s is no script', (_story, block) => {
  expect(directives(page(block))).not.toHaveProperty('script-src');
});

test('a script in a file is allowed by its origin, one inline by its hash, each once', () => {
  const policy = directives(
    page('<script type="module" src="/_astro/a.js"></script><script>alert(1)</script><script>alert(1)</script>'),
  );
  expect(policy['script-src']).toBe(`'self' ${hashOfAlert}`);
  expect(policy['connect-src']).toBe("'self'");
});

test('a style inline is allowed by its hash', () => {
  expect(directives(page('<style>a{}</style>'))['style-src']).toMatch(/^'self' 'sha256-[\w+/]{43}='$/);
});

test('WebAssembly is allowed only where it is asked for', () => {
  const html = page('<script src="/a.js"></script>');
  expect(directives(html)['script-src']).toBe("'self'");
  expect(directives(html, true)['script-src']).toBe("'self' 'wasm-unsafe-eval'");
});

test('the policy stands before everything that it governs', () => {
  expect(withPolicy(page(''), false)).toMatch(/^<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv=/);
  expect(() => withPolicy('<html></html>', false)).toThrow(/meta charset/);
});

test('a page names the build that it comes from', () => {
  expect(withBuild(page(''), '1a2b3c4d')).toContain('<meta charset="utf-8"><meta name="build" content="1a2b3c4d">');
  expect(() => withBuild('<html></html>', '1a2b3c4d')).toThrow(/meta charset/);
});
