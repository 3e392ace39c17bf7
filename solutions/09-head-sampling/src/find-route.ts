import type { Answer } from './http-server.ts';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** `/orders/:id`: the same for all orders. */
  readonly path: string;
  readonly work: (id: string) => Promise<Answer>;
}

export interface FoundRoute {
  /** The route's own path; `undefined` where no route fits. */
  readonly route: string | undefined;
  readonly work: () => Promise<Answer>;
}

/** Finds the route for a path as it was asked for, which may have a query. */
export function findRoute(routes: readonly Route[], method: string, path: string): FoundRoute {
  const [bare = '/'] = path.split('?', 1);
  for (const route of routes.filter((candidate) => candidate.method === method)) {
    const id = idIn(bare, route.path);
    if (id !== undefined) return { route: route.path, work: () => route.work(id) };
  }
  return { route: undefined, work: async () => ({ status: 404, body: 'there is nothing here' }) };
}

/** The id in a path, or an empty one where the route asks for none. */
function idIn(path: string, template: string): string | undefined {
  const match = new RegExp(`^${template.replace(':id', '([^/]+)')}$`).exec(path);
  return match ? (match[1] ?? '') : undefined;
}
