import { expect, test } from 'vitest';
import { annotate } from '#components/article/annotate.ts';

const term = (id: string, name: string, more: { expansion?: string; everyday?: boolean } = {}) => ({
  id,
  term: name,
  expansion: more.expansion,
  everyday: more.everyday ?? false,
});

const terms = [
  term('odata', 'OData'),
  term('service-bus', 'Service Bus'),
  term('staging-table', 'Staging table'),
  term('dmf', 'DMF', { expansion: 'Data management framework' }),
  term('agent', 'Agent', { everyday: true }),
];

const annotated = (html: string) =>
  annotate(html, { terms, glossary: '/glossary/', marginNote: (source) => `[${source} in the margin]` });
const prose = (html: string) => annotated(`<div class="prose">${html}</div>`);
const cite = (source: string, note = `source-${source}`) =>
  `<sup class="cite"><a href="#source-${source}" data-note="${note}">1</a></sup>`;

test('the first use of a term is marked, and no later one', () => {
  const { html, notes } = prose('<p>Staging tables help. A staging table is empty.</p>');
  expect(html).toBe(
    '<div class="prose"><p><a class="term" href="/glossary/#staging-table" data-note="term-staging-table">Staging tables</a> help. A staging table is empty.</p></div>',
  );
  expect(notes).toEqual(['term-staging-table']);
});

test.each([
  ['a heading', '<h2 id="odata">OData</h2>'],
  ['a link', '<p><a href="/patterns/odata/">OData</a></p>'],
  ['the head of a table', '<table><tr><th scope="col">OData</th></tr></table>'],
  ['a picture', '<figure class="picture"><ol><li>OData</li></ol></figure>'],
  ['code', '<p><code>OData</code></p>'],
  ['a longer word', '<p>ODataService and sub-OData</p>'],
  ['another case than a proper name has', '<p>odata and service bus</p>'],
  ['an everyday word', '<p>An agent waits.</p>'],
])('no term is marked in %s', (_where, html) => {
  expect(prose(html).notes).toEqual([]);
});

test('what the letters stand for counts as the term', () => {
  expect(prose('<p>The data management framework, or DMF.</p>').notes).toEqual(['term-dmf']);
});

test('a term that an author marked is not marked again before it', () => {
  const { html, notes } = prose(
    '<p>OData.</p><p><a class="term" href="/glossary/#odata" data-note="term-odata">OData</a></p>',
  );
  expect(html.match(/data-note/g)).toHaveLength(1);
  expect(notes).toEqual(['term-odata']);
});

test('each mark has an id, by which the list of sources leads back to it', () => {
  const { html, marks } = prose(`<p>One.${cite('a')} Two.${cite('b')} Three.${cite('a')}</p>`);
  expect(Object.fromEntries(marks)).toEqual({ a: ['c1', 'c3'], b: ['c2'] });
  expect(html.match(/id="c\d"/g)).toEqual(['id="c1"', 'id="c2"', 'id="c3"']);
});

test('a source stands in the margin where running text first cites it', () => {
  const { html } = prose(
    `<table><tr><td>In a table.${cite('a')}</td></tr></table><aside><p>In a callout.${cite('a')}</p></aside>` +
      `<p>In the text.${cite('a')} Again.${cite('a')}</p><ol><li>In a list.${cite('b')}</li></ol>`,
  );
  expect(html.match(/.{0,4}<\/a><\/sup>\[[ab] in the margin\]/g)).toHaveLength(2);
  expect(html).toContain('</sup>[a in the margin] Again.');
  expect(html).toContain('</sup>[b in the margin]</li>');
});

test('nothing stands in the margin outside of the prose', () => {
  expect(annotated(`<p>Alone.${cite('a')}</p>`).html).not.toContain('in the margin');
});

test('a mark behind a figure asks for the note of the figure', () => {
  expect(prose(`<p>Ten.${cite('a', 'fact-ten')}</p>`).notes).toEqual(['fact-ten']);
});

test('headings link to themselves and are listed, without marks and chips', () => {
  const { html, headings } = prose(
    `<h2 id="when">When &amp; why ${cite('a')}</h2><h3 id="then">Then</h3><h2 id="last">Last <small>our judgement</small></h2>`,
  );
  expect(headings).toEqual([
    { id: 'when', text: 'When &amp; why' },
    { id: 'last', text: 'Last' },
  ]);
  expect(html).toContain('<h3 id="then"><a class="self" href="#then">Then</a></h3>');
});
