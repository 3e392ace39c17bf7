import { useEffect, useState } from 'preact/hooks';

interface Loaded<Value> {
  readonly id: string;
  readonly value: Value;
}

/** What the command keeps under this name. While another is fetched, the last one stays. */
export function useKept<Value>(kind: 'pictures' | 'grades', id: string): Loaded<Value> | undefined {
  const [loaded, setLoaded] = useState<Loaded<Value>>();
  useEffect(() => {
    const leaving = new AbortController();
    fetchKept<Value>(`/${kind}/${id}`, leaving.signal)
      .then((value) => setLoaded({ id, value }))
      .catch(() => {
        // Overtaken by the next one, or the connection is lost: a later state names another.
      });
    return () => leaving.abort();
  }, [kind, id]);
  return loaded;
}

async function fetchKept<Value>(path: string, signal: AbortSignal): Promise<Value> {
  const response = await fetch(path, { signal });
  if (!response.ok) throw new Error(`${path} is not kept any more.`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made by our own server, from the same type
  return (await response.json()) as Value;
}
