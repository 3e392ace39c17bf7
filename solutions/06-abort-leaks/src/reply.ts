import type { Span } from '@opentelemetry/api';
import type { ServerResponse } from 'node:http';

/** Answers with a status, and notes it on the span. Does neither when nobody is there any more. */
export function reply(response: ServerResponse, status: number, span: Span): void {
  if (response.closed) return;
  span.setAttribute('http.response.status_code', status);
  response.writeHead(status).end();
}
