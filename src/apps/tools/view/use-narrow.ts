import { useEffect, useState } from 'preact/hooks';

/** Screens on which a picture drawn for a desk would be too small to read. */
const NARROW = '(max-width: 40rem)';

/** Whether the window is as narrow as a phone, and again when it is turned. */
export function useNarrow(): boolean {
  const [query] = useState(() => window.matchMedia(NARROW));
  const [isNarrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const follow = (): void => setNarrow(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [query]);
  return isNarrow;
}
