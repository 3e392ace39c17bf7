import { useEffect, useState } from 'preact/hooks';

const pauseMs = 500;

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
        // Overtaken by the next one, or gone with the command: a later state names another.
      });
    return () => leaving.abort();
  }, [kind, id]);
  return loaded;
}

/** A network that comes or goes takes what is on its way along, so it is asked for again. */
async function fetchKept<Value>(path: string, signal: AbortSignal): Promise<Value> {
  for (;;) {
    const response = await fetch(path, { signal }).catch(() => undefined);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made by our own server, from the same type
    if (response?.ok) return (await response.json()) as Value;
    if (response || signal.aborted) throw new Error(`${path} is not kept any more.`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
