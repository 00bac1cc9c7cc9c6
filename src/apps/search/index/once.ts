/** How long a visitor waits for something before they are told, and may try again. */
const PATIENCE_MS = 20_000;

/** Fails where something takes longer than anybody waits, as it does on a network that neither answers nor refuses. */
function inTime<T>(loading: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Loading took too long')), PATIENCE_MS);
    loading.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

/**
 * A function that loads once, and again after a failure.
 *
 * @param load is told which attempt it is, from 1
 * @returns rejects where loading fails, or takes longer than anybody waits
 */
export function once<T>(load: (attempt: number) => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  let attempts = 0;
  return () => {
    if (!loading) attempts += 1;
    loading ??= inTime(load(attempts)).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
