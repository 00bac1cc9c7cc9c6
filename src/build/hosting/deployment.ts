/** An address that has moved. */
export interface Redirect {
  from: string;
  to: string;
}

/** What every host is told; addresses are below `base`. */
export interface Deployment {
  /** Folder of its host that the site is served from, with a slash in front and none at the end; empty for the root. */
  base: string;
  redirects: readonly Redirect[];
}

/**
 * The folder in the form of {@link Deployment.base}, from the form that Astro and people write it in.
 *
 * @example baseFrom('/') // ''
 * @example baseFrom('kb/fno/') // '/kb/fno'
 */
export const baseFrom = (text: string): string => {
  const folder = text.split('/').filter(Boolean).join('/');
  return folder === '' ? '' : `/${folder}`;
};
