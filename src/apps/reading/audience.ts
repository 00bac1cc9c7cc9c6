/**
 * Keeps the audience that somebody chose on a hub in the address, so that it can be linked, and from hub to hub as long
 * as the tab is open. Without this script the choice works on its page.
 */

const KEY = 'audience';
const PARAMETER = 'for';
const EVERYONE = 'all';

const radios = [...document.querySelectorAll<HTMLInputElement>(`.filter input[name="${PARAMETER}"]`)];
const audienceOf = ({ id }: HTMLInputElement): string => id.replace(`${PARAMETER}-`, '');

function keptAudience(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(audience: string): void {
  const address = new URL(location.href);
  if (audience === EVERYONE) address.searchParams.delete(PARAMETER);
  else address.searchParams.set(PARAMETER, audience);
  history.replaceState(history.state, '', address);
  try {
    sessionStorage.setItem(KEY, audience);
  } catch {
    // Where nothing may be kept, the address still says it.
  }
}

const asked = new URLSearchParams(location.search).get(PARAMETER) ?? keptAudience();
const chosen = radios.find((radio) => audienceOf(radio) === asked);
if (chosen && asked) {
  chosen.checked = true;
  keep(asked);
}
for (const radio of radios) radio.addEventListener('change', () => keep(audienceOf(radio)));

export {};
