export { toOtlp } from './otlp-encode.ts';
export type { OtlpJson } from './otlp-json.ts';
export { spanFromSdk, type SdkResource, type SdkSpan, type SdkSpanContext } from './sdk-span.ts';
