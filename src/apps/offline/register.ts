import type { BuildInstalled } from './messages.ts';
import { pageBuild } from './page-build.ts';

/**
 * In every page: brings in what makes the site an application, the service worker and the manifest, once the page has
 * nothing else to do, and says when the site was updated.
 */

const { serviceWorker } = navigator;
const scope = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/`;

function announce(): void {
  const notice = document.createElement('p');
  notice.className = 'update';
  notice.role = 'status';
  document.body.prepend(notice);
  const reload = document.createElement('button');
  reload.textContent = 'Reload';
  reload.onclick = () => location.reload();
  // A live region speaks only of what changes in it after it has appeared.
  setTimeout(() =>
    notice.append('This site was updated after you opened this page. Nothing you entered is lost. ', reload),
  );
}

function heed({ data }: MessageEvent<BuildInstalled>): void {
  if (data.type !== 'build.installed' || data.build === pageBuild()) return;
  serviceWorker.removeEventListener('message', heed);
  announce();
}

/** Named in the page itself, it would come before the first paint on a fast line. */
function nameManifest(): void {
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = `${scope}manifest.webmanifest`;
  document.head.append(manifest);
}

async function register(): Promise<void> {
  nameManifest();
  serviceWorker.addEventListener('message', heed);
  const registration = await serviceWorker.register(`${scope}sw.js`, { scope });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) registration.update().catch(() => undefined);
  });
}

const savesData = (navigator as { connection?: { saveData: boolean } }).connection?.saveData;
if (serviceWorker && import.meta.env.OFFLINE && !savesData) {
  // A browser that refuses service workers, as some do in private windows, is a browser without them.
  addEventListener('load', () => setTimeout(() => register().catch(() => undefined), 3000));
}
