import type { Json } from '@tracelings/lesson-kit';
import type { ShopRun } from './facts.ts';

/** What the gateway answered to an order; `undefined` where it gave no answer. */
export function answerTo(
  run: ShopRun,
  orderId: string,
): { readonly status: number; readonly body: string } | undefined {
  const answer = listOf(run, 'answers').find((one) => fieldOf(one, 'orderId') === orderId);
  if (answer === undefined) return undefined;
  return { status: Number(fieldOf(answer, 'status')), body: textOf(fieldOf(answer, 'body')) };
}

/** The headers of a request, each with all its values joined. */
export type WireHeaders = ReadonlyMap<string, string>;

/** The requests for an order that reached the bank, a partner, or whoever stands for the inventory. */
export function requestsFor(
  run: ShopRun,
  fact: 'charges' | 'reservations' | 'notices',
  orderId: string,
): WireHeaders[] {
  return listOf(run, fact)
    .filter((request) => fieldOf(request, 'orderId') === orderId)
    .map((request) => headersIn(fieldOf(request, 'headers')));
}

/** The `baggage` headers that the payment service got, one a request; empty where there was none. */
export function baggageAtPayment(run: ShopRun): string[] {
  return listOf(run, 'baggageAtPayment').map(textOf);
}

/** What a partner was answered who asked to be told of orders; 0 where there was no answer. */
export function noticesAnswered({ evidence }: ShopRun): number {
  return Number(evidence.observed['noticesAnswered'] ?? 0);
}

function headersIn(value: Json | undefined): WireHeaders {
  const entries = Object.entries(value ?? {});
  return new Map(entries.map(([name, values]) => [name, [values].flat().join(', ')]));
}

function listOf({ evidence }: ShopRun, name: string): readonly Json[] {
  const value = evidence.observed[name];
  return isList(value) ? value : [];
}

function fieldOf(value: Json, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || isList(value)) return undefined;
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
