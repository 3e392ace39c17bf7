import type { AttributeMatchers, NameMatcher, ValueMatcher } from './matcher.ts';

/** One event a span should have. Made by {@link event} or {@link exceptionEvent}. */
export interface EventShape {
  readonly name: NameMatcher;
  readonly attributes: AttributeMatchers;
}

/** What {@link exceptionEvent} asks of the exception. */
export interface ExceptionFields {
  /** The class of the error, `exception.type`. */
  readonly type?: ValueMatcher;
  /** What the error said, `exception.message`. */
  readonly message?: ValueMatcher;
}

/** An event with this name and, among others, these attributes. */
export function event(name: NameMatcher, attributes: AttributeMatchers = {}): EventShape {
  return { name, attributes };
}

/**
 * The event that `span.recordException(error)` leaves. It says nothing of the span's status, which
 * `recordException` does not set: ask for that with `status: 'error'`.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/exceptions/exceptions-spans/
 */
export function exceptionEvent(fields: ExceptionFields = {}): EventShape {
  return event('exception', {
    ...(fields.type === undefined ? {} : { 'exception.type': fields.type }),
    ...(fields.message === undefined ? {} : { 'exception.message': fields.message }),
  });
}
