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
export { Trace } from './trace.ts';
export { describeDetails } from './span-details.ts';
export { notableFacts } from './span-label.ts';
export { renderTree, type RenderOptions } from './tree.ts';
export { compare, expectShape } from './compare.ts';
export { overlay, type ExpectedSpan, type Overlay } from './overlay.ts';
export { atLeast, atMost, between, type Count } from './shape/count.ts';
export {
  event,
  exceptionEvent,
  type EventShape,
  type ExceptionFields,
} from './shape/event-shape.ts';
export {
  Explanation,
  type ExplanationKind,
  type ExplanationParts,
} from './explanation/explanation.ts';
export { findAllSpans, findSpan, type FindOptions, type PolledTrace } from './query/find.ts';
export { getAllSpans, getSpan, queryAllSpans, querySpan } from './query/queries.ts';
export type { SpanQuery, SpanQueryFields, TraceSource } from './query/span-query.ts';
export { linkTo, type LinkShape, type LinkedIds, type SpanPlace } from './shape/link-shape.ts';
export {
  anyValue,
  matching,
  type AttributeMatchers,
  type Matcher,
  type NameMatcher,
  type ValueMatcher,
} from './shape/matcher.ts';
export { noSpans, shape, type Shape, type ShapeOptions } from './shape/shape.ts';
export { ShapeError, type ShapeErrorCode } from './shape/shape-error.ts';
export type { ParentPlace, ScopeFields, SpanFields, StatusFields } from './shape/span-fields.ts';
export { span, type SpanShape } from './shape/span-shape.ts';
export { parseOtlp } from './otlp/parser.ts';
export { toOtlp } from './otlp/writer.ts';
export { OtlpError, type OtlpErrorCode } from './otlp/otlp-error.ts';
export type { OtlpJson } from './otlp/otlp-json.ts';
export type { OtlpLimits } from './otlp/limits.ts';
export {
  spanFromSdk,
  type SdkResource,
  type SdkSpan,
  type SdkSpanContext,
} from './sdk/sdk-span.ts';
