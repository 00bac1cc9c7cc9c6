import { type AsyncZipOptions, type AsyncZippable, type FlateCallback, zipSync } from 'fflate/browser';

/**
 * Stands in for fflate in what is built for the browser (see `astro.config.mjs`): `zip` does its work in place.
 *
 * fflate compresses larger files in workers that it makes from blobs, which our security policy refuses; the library
 * that writes workbooks asks for that. All of it runs in a worker of ours already.
 */
export * from 'fflate/browser';

/**
 * Packs files as `zip` of fflate does, but at once and in this thread; the callback gets the archive or what failed.
 */
export function zip(
  data: AsyncZippable,
  options: AsyncZipOptions | FlateCallback,
  callback?: FlateCallback,
): () => void {
  const done = (typeof options === 'function' ? options : callback) as FlateCallback;
  try {
    done(null, zipSync(data as Parameters<typeof zipSync>[0]));
  } catch (error) {
    done(error as never, new Uint8Array());
  }
  return () => undefined;
}
