import { context, type Tracer } from '@opentelemetry/api';
import { call } from './call.ts';
import type { Route } from './find-route.ts';
import type { Answer } from './http-server.ts';
import { inSpan } from './in-span.ts';

type RoutesOf = (tracer: Tracer) => Route[];

/** What customers and partners may ask for. The gateway is ready to serve when the inventory is. */
export const gatewayRoutes =
  (inventory: string): RoutesOf =>
  (tracer) => [
    { method: 'GET', path: '/ready', work: () => call(tracer, 'GET /ready', `${inventory}/ready`) },
    { method: 'GET', path: '/kites/:id', work: (id) => askDatabase(tracer, { id, euros: 42 }) },
    { method: 'GET', path: '/ready-to-fly', work: () => askDatabase(tracer, ['red', 'blue']) },
    { method: 'POST', path: '/refunds/:id', work: (id) => askDatabase(tracer, { id, euros: 42 }) },
    {
      method: 'POST',
      path: '/orders/:id',
      work: (id) => call(tracer, 'POST /reservations/:id', `${inventory}/reservations/${id}`),
    },
  ];

export const inventoryRoutes =
  (payment: string): RoutesOf =>
  (tracer) => [
    { method: 'GET', path: '/ready', work: () => askDatabase(tracer, 'ready') },
    {
      method: 'POST',
      path: '/reservations/:id',
      work: (id) => call(tracer, 'POST /payments/:id', `${payment}/payments/${id}`),
    },
  ];

export const paymentRoutes =
  (bank: string): RoutesOf =>
  (tracer) => [
    { method: 'GET', path: '/ready', work: () => askDatabase(tracer, 'ready') },
    {
      method: 'POST',
      path: '/payments/:id',
      work: (id) => call(tracer, 'POST /charges/:id', `${bank}/charges/${id}`),
    },
  ];

/** A database that knows one answer to each question. */
function askDatabase(tracer: Tracer, answer: unknown): Promise<Answer> {
  return inSpan(tracer, 'ask database', {}, context.active(), async () => ({
    status: 200,
    body: answer,
  }));
}
