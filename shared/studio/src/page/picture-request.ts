import { useEffect, useState } from 'preact/hooks';
import type { Picture } from '../picture/picture.ts';

interface Loaded {
  readonly id: string;
  readonly picture: Picture;
}

/** The picture of this name. While another is fetched, the last one stays. */
export function usePicture(id: string): Loaded | undefined {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    const leaving = new AbortController();
    fetchPicture(id, leaving.signal)
      .then((picture) => setLoaded({ id, picture }))
      .catch(() => {
        // Overtaken by the next run, or the connection is lost: a later state names another one.
      });
    return () => leaving.abort();
  }, [id]);
  return loaded;
}

async function fetchPicture(id: string, signal: AbortSignal): Promise<Picture> {
  const response = await fetch(`/pictures/${id}`, { signal });
  if (!response.ok) throw new Error(`The picture ${id} is not kept any more.`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made by our own server, from the same type
  return (await response.json()) as Picture;
}
