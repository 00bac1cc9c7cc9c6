import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import ICAL from 'ical.js';
import { type HTMLElement, parse } from 'node-html-parser';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { changeSource } from '#content/publishing/changes.ts';
import { copyText } from '#content/publishing/copy-text.ts';
import { dateText } from '#content/publishing/dates.ts';
import { eInvoicingRows } from '#content/publishing/e-invoicing-table.ts';
import { endingGroups } from '#content/publishing/endings.ts';
import { typeset } from '#content/schemas/shared.ts';
import { builtPages, dist } from '#tests/support/pages.ts';
import { library } from '#tests/support/rule-book.ts';

const pages = builtPages();
const byAddress = new Map(pages.map((page) => [page.address, page]));

/** What every page is asked, and the faults that it finds, each with the page's address. */
const faults = (find: (page: (typeof pages)[number]) => readonly string[]): string[] =>
  pages.flatMap((page) => find(page).map((fault) => `${page.address}: ${fault}`));

/** What a page's scripts weigh as they are sent, compressed; data is no script. */
const scriptBytes = (root: HTMLElement): number =>
  root
    .querySelectorAll('script:not([type="application/ld+json"], [type="application/json"])')
    .map((script) => {
      const source = script.getAttribute('src');
      return source ? readFileSync(join(dist, source)) : Buffer.from(script.text);
    })
    .reduce((sum, text) => sum + brotliCompressSync(text).length, 0);

describe('every page', () => {
  test('has one h1', () => {
    expect(faults(({ root }) => (root.querySelectorAll('h1').length === 1 ? [] : ['not one h1']))).toEqual([]);
  });

  test.each([
    ['a language', 'html', 'lang', /^en-GB$/],
    ['a description', 'meta[name="description"]', 'content', /\S/],
    ['a canonical address', 'link[rel="canonical"]', 'href', /^https?:/],
  ])('has %s', (_what, selector, attribute, shape) => {
    expect(
      faults(({ root }) => (shape.test(root.querySelector(selector)?.getAttribute(attribute) ?? '') ? [] : ['none'])),
    ).toEqual([]);
  });

  test('has a title of its own', () => {
    const titles = pages.map(({ root }) => root.querySelector('title')?.text.trim());
    expect(new Set(titles).size).toBe(pages.length);
    expect(titles).not.toContain('');
  });

  test('goes down the headings one level at a time', () => {
    expect(
      faults(({ root }) => {
        const levels = root.querySelectorAll('h1, h2, h3, h4, h5').map(({ tagName }) => Number(tagName.slice(1)));
        return levels.flatMap((level, place) =>
          level > (levels[place - 1] ?? 0) + 1 ? [`h${level} after h${levels[place - 1]}`] : [],
        );
      }),
    ).toEqual([]);
  });

  test('keeps the space between a word and a link, which the compiler drops where they stand on separate lines', () => {
    expect(faults(({ html }) => html.match(/[\p{L}\p{N},;]<a [^>]*>[^<]*|<\/a>[\p{L}\p{N}][^<]*/gu) ?? [])).toEqual([]);
  });

  test('sets quotation marks and apostrophes as printers do; code is left as it is', () => {
    expect(
      faults(({ root }) => {
        const body = parse(root.querySelector('body')?.toString() ?? '');
        for (const element of body.querySelectorAll('script, style, template, noscript, code, pre')) element.remove();
        return body.text.match(/.{0,25}(?:"|(?<=\p{L})'(?=\p{L})).{0,25}/gu) ?? [];
      }),
    ).toEqual([]);
  });

  test('counts one thing in the singular', () => {
    expect(
      faults(({ root }) => {
        const text = root.querySelector('main')?.text.replace(/\s+/g, ' ') ?? '';
        return (
          text.match(/(?<![\d.,:])\b1 (?:pages|answers|questions|sources|rules|rows|columns|steps)(?![a-z])/g) ?? []
        );
      }),
    ).toEqual([]);
  });

  test('marks no judgement within the heading of a table', () => {
    expect(faults(({ root }) => root.querySelectorAll('.scroll-x th .label').map(({ text }) => text))).toEqual([]);
  });

  test('uses each id once', () => {
    expect(
      faults(({ root }) => {
        // What an island falls back to stands in a template too, whose ids are in no document.
        const ids = root.querySelectorAll('[id]').flatMap((element) => (element.closest('template') ? [] : element.id));
        return ids.filter((id, place) => ids.indexOf(id) !== place);
      }),
    ).toEqual([]);
  });

  test('has no inline style and no inline handler, which the security policy would refuse', () => {
    expect(
      faults(({ root }) => [
        ...root.querySelectorAll('[style]').map(({ tagName }) => `style on ${tagName}`),
        ...root
          .querySelectorAll('*')
          .flatMap(({ attributes }) => Object.keys(attributes).filter((name) => /^on[a-z]+$/.test(name))),
      ]),
    ).toEqual([]);
  });

  test('has a policy without unsafe-inline and unsafe-eval', () => {
    expect(
      faults(({ root, address }) => {
        const policy = root.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '';
        const evalAllowed = address === '/search/' ? policy.replaceAll("'wasm-unsafe-eval'", '') : policy;
        return policy === '' || /unsafe-/.test(evalAllowed) ? [policy || 'no policy'] : [];
      }),
    ).toEqual([]);
  });

  test('loads nothing from elsewhere', () => {
    expect(
      faults(({ root, html }) => [
        ...root
          .querySelectorAll(
            'script[src], img[src], iframe[src], link[rel="stylesheet"], link[rel="preload"], link[rel="icon"]',
          )
          .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
          .filter((address) => !address.startsWith('/')),
        ...(/url\(\s*['"]?https?:/.test(html) ? ['a foreign url() in a style'] : []),
      ]),
    ).toEqual([]);
  });

  test('links only to pages and places that exist', () => {
    expect(
      faults(({ root, address }) =>
        root
          .querySelectorAll('a[href]')
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => !/^(https?:|mailto:)/.test(href))
          .filter((href) => {
            const { pathname, hash } = new URL(href, `https://site.example${address}`);
            const target = byAddress.get(pathname);
            if (!target) return !existsSync(join(dist, pathname));
            // Answers in an address, as `#sale=planned`, are read by the island of the page that they lead to.
            if (hash.includes('=')) return target.root.querySelector('astro-island') === null;
            return hash !== '' && !target.root.querySelectorAll('[id]').some(({ id }) => `#${id}` === hash);
          }),
      ),
    ).toEqual([]);
  });

  test('lists every source that it cites', () => {
    expect(
      faults(({ root }) => {
        const listed = new Set(root.querySelectorAll('.sources li').map(({ id }) => `#${id}`));
        const cited = root.querySelectorAll('.cite a').map((mark) => mark.getAttribute('href') ?? '');
        return cited.filter((mark) => !listed.has(mark));
      }),
    ).toEqual([]);
  });
});

test('every page leads to how we know, and each answer and pattern to where a mistake is reported', () => {
  const hrefs = (address: string, selector: string): (string | undefined)[] =>
    byAddress
      .get(address)
      ?.root.querySelectorAll(selector)
      .map((link) => link.getAttribute('href')) ?? [];
  const articles = [
    ...library.answers.map(({ id }) => `/${id}/`),
    ...library.patterns.map(({ id }) => `/patterns/${id}/`),
  ];
  const withoutReport = articles.filter((address) => !hrefs(address, '.sources a').includes('/about/#report'));
  const withoutAbout = [...byAddress.keys()].filter((address) => !hrefs(address, 'footer a').includes('/about/'));
  expect({ withoutReport, withoutAbout }).toEqual({ withoutReport: [], withoutAbout: [] });
});

test('every page has a share picture of its own, but those that nobody links to', () => {
  const pictureOf = ({ root }: (typeof pages)[number]): string =>
    root.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? '';
  const pictures = pages.map(pictureOf);
  expect(pictures.filter((picture) => !existsSync(join(dist, new URL(picture).pathname)))).toEqual([]);
  const shared = pages.filter((page) => pictureOf(page).endsWith('/og/site.png')).map(({ address }) => address);
  expect(shared.toSorted()).toEqual(['/', '/404.html', '/offline/'].filter((address) => byAddress.has(address)));
});

test('the sources page tells each copy by its date and calls none current', () => {
  const root = byAddress.get('/sources/')?.root;
  const told = root?.querySelectorAll('.reference__entry') ?? [];
  expect(told).toHaveLength(library.sources.size);
  expect(told.map(({ text }) => text).filter((text) => /current page/.test(text))).toEqual([]);
  const wrong = told.filter(({ id, text }) => {
    const source = library.sources.get(id);
    return !source || !text.toLowerCase().includes(copyText(source).toLowerCase());
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('every page that counts the rules gives the same number', () => {
  const count = (address: string) =>
    byAddress
      .get(address)
      ?.root.querySelector('main')
      ?.text.match(/(\d+) rules\b/)?.[1];
  const total = count('/advisor/rules/');
  expect(Number(total)).toBeGreaterThan(0);
  expect([count('/'), count('/advisor/')]).toEqual([total, total]);
});

test('a correction is shown with its sources, on the page and in the feed', () => {
  const page = byAddress.get('/changes/')?.root.text.replace(/\s+/g, ' ') ?? '';
  const feed = readFileSync(join(dist, 'changes.xml'), 'utf8');
  const corrections = library.changes.filter(({ sources }) => sources.length > 0);
  expect(corrections.length).toBeGreaterThan(0);
  for (const { sources } of corrections) {
    for (const id of sources) {
      const text = changeSource(id, library.sources);
      expect(page).toContain(text);
      expect(feed).toContain(text.replaceAll('&', '&amp;'));
    }
  }
});

describe('the site', () => {
  test('has a page for every answer, pattern and hub', () => {
    for (const { id } of [...library.answers, ...library.hubs]) expect(byAddress.has(`/${id}/`), id).toBe(true);
    for (const { id } of library.patterns) expect(byAddress.has(`/patterns/${id}/`), id).toBe(true);
  });

  test('links nowhere to a hub without answers, and keeps it from search engines', () => {
    const empty = library.hubs.filter(({ id }) => !library.answers.some(({ hub }) => hub === id));
    const sitemap = readFileSync(join(dist, 'sitemap-0.xml'), 'utf8');
    for (const { id } of empty) {
      expect(faults(({ root }) => (root.querySelector(`a[href="/${id}/"]`) ? [id] : []))).toEqual([]);
      expect(byAddress.get(`/${id}/`)?.html).toContain('<meta name="robots" content="noindex">');
      expect(sitemap).not.toContain(`/${id}/`);
    }
  });

  test('indexes every answer, pattern, tool and decision tree, the pages that search is told of, and nothing else', () => {
    const entry = JSON.parse(readFileSync(join(dist, 'pagefind/pagefind-entry.json'), 'utf8'));
    const [language] = Object.values(entry.languages) as { page_count: number }[];
    expect(language?.page_count).toBe(
      library.answers.length +
        library.patterns.length +
        library.tools.length +
        library.decisions.length +
        library.searchLanguage.pages.length,
    );
  });

  test('offers a web search only where it is told its address', () => {
    expect(byAddress.get('/search/')?.html).not.toContain('web search');
  });

  test('runs at most 6 kB of script on a page to read', () => {
    const working = ['/advisor/', '/advisor/inventory/', '/search/'];
    const heavy = pages
      .filter(({ address }) => !working.includes(address))
      .map(({ address, root }) => ({ address, bytes: scriptBytes(root) }))
      .filter(({ bytes }) => bytes > 6 * 1024);
    expect(heavy).toEqual([]);
  });

  test('tells other sites and machines about each answer: a picture, its data, its Markdown', async () => {
    for (const { id, question } of library.answers) {
      const { root } = byAddress.get(`/${id}/`) ?? {};
      const picture = root?.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? '';
      const size = await sharp(join(dist, new URL(picture).pathname)).metadata();
      expect([size.width, size.height], id).toEqual([1200, 630]);
      const data = JSON.parse(root?.querySelector('script[type="application/ld+json"]')?.text ?? '{}');
      expect(data['@graph'][0].mainEntity.name, id).toBe(question);
      const markdown = root?.querySelector('link[type="text/markdown"]')?.getAttribute('href') ?? '';
      expect(readFileSync(join(dist, markdown), 'utf8'), id).toContain(`# ${question}`);
    }
  });

  test('has a feed, a description for search boxes and a summary for language models', () => {
    const feed = parse(readFileSync(join(dist, 'changes.xml'), 'utf8'));
    expect(feed.querySelectorAll('item')).toHaveLength(library.changes.length);
    expect(readFileSync(join(dist, 'opensearch.xml'), 'utf8')).toContain('/search/?q={searchTerms}');
    expect(readFileSync(join(dist, 'llms.txt'), 'utf8').match(/\.md\)/g)).toHaveLength(library.answers.length);
    const full = readFileSync(join(dist, 'llms-full.txt'), 'utf8');
    for (const { question } of library.answers) expect(full).toContain(`\n# ${question}\n`);
  });

  test('brings the configuration of its hosts', () => {
    const config = JSON.parse(readFileSync(join(dist, 'staticwebapp.config.json'), 'utf8'));
    expect(config.globalHeaders['Content-Security-Policy']).toContain("frame-ancestors 'none'");
    expect(readFileSync(join(dist, '_headers'), 'utf8')).toContain('X-Content-Type-Options: nosniff');
  });

  test('tells machines the rules, the questions, the patterns and the shape of a profile', () => {
    for (const name of ['rules', 'questions', 'patterns', 'profile.schema']) {
      const data = JSON.parse(readFileSync(join(dist, `api/${name}.json`), 'utf8'));
      expect(data.schema_version, name).toBe(2);
    }
  });

  test('spells the keys of its own data one way, as the command line does', () => {
    const keysOf = (data: unknown): string[] => {
      if (Array.isArray(data)) return data.flatMap(keysOf);
      if (typeof data !== 'object' || data === null) return [];
      return Object.entries(data).flatMap(([key, value]) => [key, ...keysOf(value)]);
    };
    for (const name of ['rules', 'questions', 'patterns']) {
      const data = JSON.parse(readFileSync(join(dist, `api/${name}.json`), 'utf8'));
      expect(
        keysOf(data).filter((key) => /[A-Z]/.test(key)),
        name,
      ).toEqual([]);
    }
  });
});

describe('what is ending', () => {
  const page = byAddress.get('/ending/')?.root;

  test('stands there once each, what lies ahead with the nearest first, what is past with the latest first', () => {
    const shown = page?.querySelectorAll('article.ending').map(({ id }) => id) ?? [];
    const day = (page?.querySelector('main')?.text ?? '').match(/as of\s+(\d+ \w+ \d{4})/)?.[1] ?? '';
    const built = new Date(`${day} UTC`).toISOString().slice(0, 10);
    const { ahead, undated, past } = endingGroups(library.endings, built);
    expect(shown).toEqual([...ahead, ...undated, ...past].map(({ id }) => id));
    const marked = page?.querySelectorAll('article.ending').filter(({ text }) => /\bpast\b/.test(text)) ?? [];
    expect(marked.map(({ id }) => id)).toEqual(past.map(({ id }) => id));
  });

  test('is told by its source, with the age of the copy, and marked where it is second-hand', () => {
    for (const { id, sources } of library.endings) {
      const text = page?.querySelector(`#${id}`)?.text.replace(/\s+/g, ' ') ?? '';
      const source = library.sources.get(sources[0] ?? '');
      expect(text, id).toContain(source && copyText(source));
      expect(text.includes('second-hand'), id).toBe(source?.grade === 'C');
    }
  });

  test('is shown on each answer that depends on what ends now or later', () => {
    for (const { id, on, answers } of library.endings.filter(
      (ending) => ending.on === 'unknown' || ending.on > '2026',
    )) {
      for (const answer of answers) {
        const links = byAddress.get(`/${answer}/`)?.root.querySelectorAll('.ending-notes a') ?? [];
        expect(
          links.map((link) => link.getAttribute('href')),
          `${id} (${on}) on ${answer}`,
        ).toContain(`/ending/#${id}`);
      }
    }
  });

  test('can be subscribed to as a feed and as a calendar that a program reads', () => {
    const feed = readFileSync(join(dist, 'ending.xml'), 'utf8');
    expect(feed.match(/<item>/g)).toHaveLength(library.endings.length);
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(dist, 'ending.ics'), 'utf8')));
    const days = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).startDate.toString());
    expect(days).toEqual(library.endings.map(({ on }) => on).filter((on) => on.length === 10));
  });
});

describe('e-invoicing by country', () => {
  const page = byAddress.get('/finance-module/e-invoicing-by-country/')?.root;

  test('has a row for every country, each with its own review date', () => {
    const rows = page?.querySelectorAll('tbody tr') ?? [];
    expect(rows.map(({ id }) => id)).toEqual(library.eInvoicing.map(({ id }) => id));
    for (const [index, { reviewed }] of library.eInvoicing.entries()) {
      expect(rows[index]?.text.replace(/\s+/g, ' ')).toContain(dateText(reviewed));
    }
  });

  test('marks every duty that rests on a secondary source, and no other', () => {
    const secondHand = library.eInvoicing.flatMap(({ duties }) =>
      duties.filter(({ source }) => library.sources.get(source)?.grade === 'C'),
    );
    const labels = page?.querySelectorAll('tbody .label').filter(({ text }) => text.trim() === 'second-hand') ?? [];
    expect(labels).toHaveLength(secondHand.length);
  });

  test('can be taken along as CSV and as a workbook', async () => {
    const csv = readFileSync(join(dist, 'finance-module/e-invoicing-by-country.csv'), 'utf8');
    expect(Papa.parse<string[]>(csv.replace(/^\uFEFF/, '').trim()).data).toEqual(
      eInvoicingRows(library).map((row) => row.map(String)),
    );
    const workbook = await readSheet(readFileSync(join(dist, 'finance-module/e-invoicing-by-country.xlsx')));
    expect(workbook).toHaveLength(eInvoicingRows(library).length);
  });
});

test('every figure and behaviour stands on the page of figures, with the words of its source', () => {
  const page = byAddress.get('/figures/')?.root;
  const entries = [...library.figures.values(), ...library.behaviours.values()];
  expect(page?.querySelectorAll('.reference__entry')).toHaveLength(entries.length);
  const wrong = entries.filter(({ id, anchor, condition }) => {
    const entry = page?.querySelector(`[id="${id}"]`);
    const hasAnchor = anchor === undefined || entry?.querySelector('q')?.text === typeset(anchor);
    return !hasAnchor || !entry?.text.replace(/\s+/g, ' ').includes(condition ?? '');
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('a copy that is older than 18 months shows its year wherever it is cited', () => {
  const year = new Map([...library.sources.values()].map((source) => [source.id, source.dated.slice(0, 4)]));
  const marks = pages.flatMap(({ root }) => root.querySelectorAll('.cite a'));
  const old = marks.filter((mark) => {
    const dated = year.get((mark.getAttribute('href') ?? '').replace('#source-', '')) ?? '';
    return /^\d{4}$/.test(dated) && dated < '2025';
  });
  expect(old.length).toBeGreaterThan(100);
  const silent = old.filter((mark) => !/\(\d{4}\)/.test(mark.text));
  expect(silent.map((mark) => mark.getAttribute('href'))).toEqual([]);
});
