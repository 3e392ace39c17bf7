import { ROOT_CONTEXT, type Context } from '@opentelemetry/api';

/** The context of the order that is being packed. */
export const currentOrder: { context: Context } = { context: ROOT_CONTEXT };
