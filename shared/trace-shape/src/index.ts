export type {
  AttributeValue,
  Attributes,
  ParentReference,
  Scope,
  Span,
  SpanEvent,
  SpanKind,
  SpanLink,
  Status,
  StatusCode,
} from './span.ts';
