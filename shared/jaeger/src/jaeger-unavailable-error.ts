const codes = [
  'ENGINE_MISSING',
  'ENGINE_SILENT',
  'IMAGE_MISSING',
  'START_FAILED',
  'BROKER_SILENT',
] as const;

/**
 * Why there is no Jaeger to be had. The codes are stable.
 *
 * - `ENGINE_MISSING`: no container engine was found.
 * - `ENGINE_SILENT`: an engine is set up, and does not answer or lets this user not in.
 * - `IMAGE_MISSING`: the image is not on this machine and could not be pulled.
 * - `START_FAILED`: the container was created and never became ready, or ended while starting.
 * - `BROKER_SILENT`: `TRACELINGS_JAEGER_BROKER` names a broker that does not answer.
 */
export type JaegerUnavailableCode = (typeof codes)[number];

/**
 * Thrown where a Jaeger was asked for and this machine cannot give one. The message says what was
 * sought, what was found, and what to do; `code` tells the cases apart. Nobody's spans are to blame.
 *
 * @example
 * ```ts
 * try {
 *   await using jaeger = await new JaegerContainer().start();
 * } catch (error) {
 *   if (error instanceof JaegerUnavailableError) process.exitCode = 3;
 *   else throw error;
 * }
 * ```
 */
export class JaegerUnavailableError extends Error {
  override readonly name = 'JaegerUnavailableError';
  readonly code: JaegerUnavailableCode;

  constructor(code: JaegerUnavailableCode, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.code = code;
  }
}

export function isUnavailableCode(value: unknown): value is JaegerUnavailableCode {
  return codes.some((code) => code === value);
}
