import { useEffect, useState } from 'react';

/**
 * A part of a page whose script comes when it is wanted, and stays from then on; `load` must stay the same. Until it is
 * there what stands on the page stays as it is, focus included, which a suspended part would not let it.
 */
export function useLoaded<Part>(load: () => Promise<Part>, isWanted: boolean): Part | undefined {
  const [loaded, setLoaded] = useState<{ readonly part: Part }>();
  const isMissing = isWanted && loaded === undefined;
  useEffect(() => {
    if (!isMissing) return;
    load().then(
      (part) => setLoaded({ part }),
      (error: unknown) =>
        setLoaded(() => {
          throw error;
        }),
    );
  }, [isMissing, load]);
  return loaded?.part;
}
