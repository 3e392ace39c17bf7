import type { Json, Stage } from '@tracelings/lesson-kit';

/** What was answered to each request, as far as the checks ask for it. */
export class Answers {
  readonly #answers: Record<string, Json> = {};

  note(request: string, status: number, body = ''): void {
    this.#answers[request] = status < 500 ? { status } : { status, error: body };
  }

  observe(observe: Stage<unknown, unknown>['observe']): void {
    observe('answers', this.#answers);
  }
}

export function partsOf(request: string): { method: string; path: string } {
  const [method = '', path = ''] = request.split(' ');
  return { method, path };
}
