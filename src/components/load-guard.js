// Runs before the script that it watches; what arrives takes the sentence away with it.
const guard = document.querySelector('[data-load-guard]');
const tell = () => guard.removeAttribute('hidden');
const isScript = ({ target, error }) => target instanceof HTMLScriptElement || error instanceof SyntaxError;
// A damaged script would come out of the browser's cache again, so all are asked for anew.
const init = () => ({ cache: 'reload', signal: AbortSignal.timeout(4000) });
const isCode = ({ name }) => name.endsWith('.js');
const scripts = () => performance.getEntriesByType('resource').filter(isCode);
const fetchAnew = async () => Promise.allSettled(scripts().map(({ name }) => fetch(name, init())));
const reload = () => location.reload();
guard.querySelector('button').addEventListener('click', () => fetchAnew().then(reload, reload));
addEventListener('error', (event) => isScript(event) && tell(), true);
addEventListener('astro:hydration-error', tell);
setTimeout(tell, 10000);
