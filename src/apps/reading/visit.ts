/**
 * On each answer: keeps for the next visit that this was read last, unless visits are not to be kept. It imports nothing,
 * so that it can stand in the page; `visits.ts` reads what it writes.
 */

const title = document.querySelector('h1')?.textContent?.replaceAll(/\s+/g, ' ').trim();
try {
  if (title && localStorage.getItem('visits') !== 'off') {
    localStorage.setItem('last-read', JSON.stringify({ path: location.pathname, title }));
  }
} catch {
  // A browser that keeps nothing remembers nothing.
}

export {};
