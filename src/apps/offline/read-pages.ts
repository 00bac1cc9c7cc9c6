/** On the page that stands in for one that cannot be loaded: lists what this browser has kept. */

interface KeptPage {
  address: string;
  title: string;
}

/** Only the heading is parsed: a whole page would try its styles against the policy of this one. */
function headingOf(html: string): string {
  const start = html.indexOf('<h1');
  const end = html.indexOf('</h1>', start);
  const heading = start < 0 || end < 0 ? '' : html.slice(start, end);
  return new DOMParser().parseFromString(heading, 'text/html').body.textContent?.trim() ?? '';
}

async function keptPages(): Promise<KeptPage[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith('pages-'));
  const kept = await Promise.all(
    names.map(async (name) => {
      const cache = await caches.open(name);
      const requests = await cache.keys();
      return Promise.all(
        requests.map(async (request) => {
          const html = (await (await cache.match(request))?.text()) ?? '';
          return { address: request.url, title: headingOf(html) };
        }),
      );
    }),
  );
  return kept.flat().filter(({ title }) => title !== '');
}

function itemOf({ address, title }: KeptPage): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = title;
  item.append(link);
  return item;
}

const section = document.querySelector<HTMLElement>('[data-kept]');
const pages = section ? await keptPages().catch(() => []) : [];
if (section && pages.length > 0) {
  section.querySelector('ul')?.append(...pages.map(itemOf));
  section.hidden = false;
}

export {};
