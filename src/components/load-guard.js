// Runs before the script that it watches; what arrives takes the sentence away with it.
const guard = document.querySelector('[data-load-guard]');
const tell = () => guard.removeAttribute('hidden');
guard.querySelector('button').addEventListener('click', () => location.reload());
addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && tell(), true);
addEventListener('astro:hydration-error', tell);
setTimeout(tell, 10000);
