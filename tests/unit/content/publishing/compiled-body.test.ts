import { renderJSX } from 'astro/runtime/server/index.js';
import { expect, test } from 'vitest';
import { compiledBody } from '#content/publishing/compiled-body.ts';

/** A body as HTML; the components of the site are Astro's, which only a build compiles. */
const html = async (mdx: string, components = {}): Promise<string> =>
  String(await renderJSX({} as Parameters<typeof renderJSX>[0], compiledBody(mdx)({ components })));

test.each([
  ['a heading can be linked to', '## When it fits', '<h2 id="when-it-fits">When it fits</h2>'],
  [
    'two headings of one name are told apart',
    '## Cost\n\n## Cost',
    '<h2 id="cost">Cost</h2>\n<h2 id="cost-1">Cost</h2>',
  ],
  ['quotes and dashes are the printers’', `It's "so" -- or not`, '<p>It’s “so” – or not</p>'],
  ['code keeps its signs and has no style', '```\nn = "1"\n```', '<pre><code>n = &quot;1&quot;\n</code></pre>'],
  ['a class has its name in HTML', '```yaml\na: 1\n```', '<pre><code class="language-yaml">'],
])('%s', async (_story, mdx, expected) => {
  expect(await html(mdx)).toContain(expected);
});

test('a component that an author writes is the one that the page hands over', async () => {
  expect(await html('So it is<Cite id="a" />.', { Cite: 'sup' })).toBe('<p>So it is<sup id="a"></sup>.</p>');
});
