export { toOtlp } from './otlp/writer.ts';
export type { OtlpJson } from './otlp/otlp-json.ts';
export {
  spanFromSdk,
  type SdkResource,
  type SdkSpan,
  type SdkSpanContext,
} from './sdk/sdk-span.ts';
