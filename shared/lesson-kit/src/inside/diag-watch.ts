import { diag, DiagLogLevel } from '@opentelemetry/api';
import type { DiagLogger } from '@opentelemetry/api';
import { format } from 'node:util';
import type { Diagnostic } from '../run/evidence.ts';
import { hidePaths } from './failure.ts';
import { record } from './recorder.ts';

const RECORDED: ReadonlySet<Diagnostic['level']> = new Set(['error', 'warn', 'info']);
const THRESHOLD: Record<Diagnostic['level'], DiagLogLevel> = {
  error: DiagLogLevel.ERROR,
  warn: DiagLogLevel.WARN,
  info: DiagLogLevel.INFO,
  debug: DiagLogLevel.DEBUG,
  verbose: DiagLogLevel.VERBOSE,
};

/**
 * Records what OpenTelemetry says of itself, and keeps recording when the subject sets a logger
 * of its own, which then gets what it asked for.
 */
export function watchDiagnostics(): void {
  const setLogger = diag.setLogger.bind(diag);
  const recordOnly = (): unknown =>
    setLogger(recordingLogger(), { logLevel: DiagLogLevel.INFO, suppressOverrideMessage: true });
  recordOnly();
  diag.disable = recordOnly;
  diag.setLogger = (logger, options = DiagLogLevel.INFO) => {
    const level = (typeof options === 'number' ? options : options.logLevel) ?? DiagLogLevel.INFO;
    return setLogger(recordingLogger(logger, level), {
      logLevel: Math.max(level, DiagLogLevel.INFO),
      suppressOverrideMessage: true,
    });
  };
}

function recordingLogger(next?: DiagLogger, threshold = DiagLogLevel.NONE): DiagLogger {
  const tell =
    (level: Diagnostic['level']): DiagLogger['info'] =>
    (message, ...details) => {
      if (RECORDED.has(level)) {
        record({
          t: 'diag',
          level,
          message: withoutStack(format(message, ...details.filter(isSayable))),
        });
      }
      if (THRESHOLD[level] <= threshold) {
        next?.[level](message, ...details);
      }
    };
  return {
    error: tell('error'),
    warn: tell('warn'),
    info: tell('info'),
    debug: tell('debug'),
    verbose: tell('verbose'),
  };
}

// Errors that the SDK attaches carry stacks with paths of this machine.
function isSayable(detail: unknown): boolean {
  return typeof detail === 'string' || typeof detail === 'number' || typeof detail === 'boolean';
}

/** The SDK's own error handler hands over errors as JSON, and the API hands over their stacks. */
function withoutStack(message: string): string {
  const [first = ''] = errorInJson(message).split(/\n +at /);
  return hidePaths(first);
}

function errorInJson(text: string): string {
  if (!text.startsWith('{')) {
    return text;
  }
  try {
    const error: unknown = JSON.parse(text);
    return hasNameAndMessage(error) ? `${error.name}: ${error.message}` : text;
  } catch {
    return text;
  }
}

function hasNameAndMessage(value: unknown): value is { name: string; message: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}
