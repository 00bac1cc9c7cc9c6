/** What the buttons under "Take it along" do. */

const text = (selector: string): string =>
  document.querySelector<HTMLElement>(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';

const address = (): string => location.origin + location.pathname;

/** The verdict as one pastes it into a paper: what it answers, how far it may be trusted, from when it is, what it rests on. */
function verdictWithSource(): string {
  const [site = ''] =
    document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content.split('\n') ?? [];
  const standing = text('[data-standing]').toLowerCase();
  const sources = [...document.querySelectorAll<HTMLAnchorElement>('.sources li > a[href^="http"]')].map(
    (link) => `- ${link.textContent.trim()}: ${link.href}`,
  );
  return [
    text('.verdict'),
    '',
    [`${site}, “${text('h1')}”`, standing, `reviewed ${text('.byline time')}`].filter(Boolean).join(', '),
    address(),
    ...(sources.length > 0 ? ['', 'Sources:', ...sources] : []),
  ].join('\n');
}

async function markdown(): Promise<string> {
  const response = await fetch(document.querySelector<HTMLAnchorElement>('[data-markdown]')?.href ?? '');
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}

/** Prints the verdict, its tables and figures and the sources alone. */
function printBrief(): void {
  const { dataset } = document.documentElement;
  dataset.print = 'brief';
  addEventListener('afterprint', () => delete dataset.print, { once: true });
  print();
}

/**
 * Saves a slide under the last part of the page's address. What writes it is loaded now, from the address that the button
 * names: an import that the bundler follows would take this script out of the page, and cost every reader two requests.
 */
async function saveSlide(writer = ''): Promise<void> {
  const { answerSlideFile }: typeof import('./answer-slide.ts') = await import(/* @vite-ignore */ writer);
  const url = URL.createObjectURL(await answerSlideFile(document, address()));
  const download = `${location.pathname.split('/').findLast(Boolean) ?? 'answer'}.pptx`;
  Object.assign(document.createElement('a'), { href: url, download }).click();
  URL.revokeObjectURL(url);
}

const copies: Readonly<Record<string, [text: () => string | Promise<string>, done: string]>> = {
  link: [address, 'The link is copied.'],
  verdict: [verdictWithSource, 'Verdict, date, address and sources are copied.'],
  markdown: [markdown, 'The answer is copied as Markdown.'],
};
const prints: Readonly<Record<string, () => void>> = { brief: printBrief, print: () => print() };

const status = document.querySelector('.take-along__said');
const say = (said: string): void => {
  if (status) status.textContent = said;
};

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-take]')) {
  const kind = button.dataset.take ?? '';
  const [copied, done] = copies[kind] ?? [];
  // Only a page that came over a safe line may copy.
  if (copied && !navigator.clipboard) {
    button.closest('li')?.remove();
    continue;
  }
  button.addEventListener('click', async () => {
    if (kind === 'slide') {
      say('Writing the slide…');
      try {
        await saveSlide(button.dataset.writer);
        say('The slide is saved.');
      } catch {
        say('The part that writes slides could not be loaded. With a connection, press the button again.');
      }
      return;
    }
    if (!copied) return prints[kind]?.();
    try {
      await navigator.clipboard.writeText(await copied());
      say(done ?? '');
    } catch {
      say('This browser did not allow it. Select the text and copy it instead.');
    }
  });
}

export {};
