// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { answerSlide } from '#apps/reading/answer-slide.ts';

const address = 'https://example.org/integration/limits/';

const source = (number: number, facts = ''): string => `
  <li id="source-${number}">
    <a href="https://example.org/source-${number}">Source ${number}</a>, Example.
    <span class="source__dates">copy of ${number} May 2026, the newest found on 27 November 2026, when our text was held against it.</span>
    <ul class="source__facts">${facts}</ul>
    <a class="back" href="#c1">↩</a>
  </li>`;

function page(body: string, sources: readonly string[]): Document {
  const page = document.implementation.createHTMLDocument();
  page.head.innerHTML = '<meta property="og:site_name" content="F&amp;O Advisor">';
  page.body.innerHTML = `
    <article><header class="article__head"><p class="kicker"><a href="/integration/">Integration FAQ</a></p>
    <h1>Which limits hold?</h1><p class="verdict"> Two kinds:
      by minute<sup class="cite"><a href="#source-1">1</a></sup> and by day. </p>
    <p class="byline"><span data-standing>Documented position</span><span>Reviewed <time>27 November 2026</time></span></p>
    </header><div class="article__body">${body}</div>
    <section class="sources"><ol>${sources.join('')}</ol></section></article>`;
  return page;
}

test('says the verdict without its marks, how far it is relied on, and where it stands', () => {
  expect(answerSlide(page('', [source(1)]), address)).toEqual({
    kicker: 'Integration FAQ, F&O Advisor',
    question: 'Which limits hold?',
    verdict: 'Two kinds: by minute and by day.',
    standing: 'Documented position, reviewed 27 November 2026',
    points: [],
    sources: [
      { title: 'Source 1', url: 'https://example.org/source-1', dated: 'copy of 1 May 2026, checked 27 November 2026' },
    ],
    page: { text: 'example.org/integration/limits/', url: address },
  });
});

test('takes the figures for its points, and puts the sources that carry them first', () => {
  const { points, sources } = answerSlide(
    page('<h2>More</h2><p>A part that finds no room.</p>', [
      source(1),
      source(2, '<li data-figure>At most 120 seconds: until a call fails: on Consumption. <q>120 seconds</q></li>'),
      source(3, '<li data-figure>5 minutes: the window. </li><li>A pause is kept: it ends by itself. <q>ends</q></li>'),
    ]),
    address,
  );
  expect(points).toEqual([
    { title: 'At most 120 seconds', text: 'Until a call fails: on Consumption.', source: 1 },
    { title: '5 minutes', text: 'The window.', source: 2 },
    // A sentence on behaviour is no figure: its colon divides nothing.
    { title: 'Source 3', text: 'A pause is kept: it ends by itself.', source: 2 },
  ]);
  expect(sources.map(({ title }) => title)).toEqual(['Source 2', 'Source 3', 'Source 1']);
});

test('takes the beginnings of its parts where there are few figures, and of each what says something by itself', () => {
  const long = `${'It is a long sentence about nothing in particular, '.repeat(4)}and it ends.`;
  const { points } = answerSlide(
    page(
      `<h2>Version 10.0.47 or later</h2><p>This is what it looks like:</p><ul><li>Ask 10.0.47 first. Then wait.</li></ul>
       <h2>A sum</h2><p>One sentence<sup class="cite">1</sup> stands. <small class="label">our judgement</small></p>
       <h2>At length</h2><p>${long} And a second one.</p>
       <h2>A table</h2><table></table>`,
      [source(1)],
    ),
    address,
  );
  expect(points).toEqual([
    { title: 'Version 10.0.47 or later', text: 'Ask 10.0.47 first. Then wait.' },
    { title: 'A sum', text: 'One sentence stands.' },
    { title: 'At length', text: long },
  ]);
});
