import { writeSync } from 'node:fs';
import { spanFromSdk, toOtlp } from '@tracelings/trace-shape/sdk';
import { CONTROL_DESCRIPTOR, EVIDENCE_DESCRIPTOR, LOST_EVIDENCE_CODE } from '../run/descriptors.ts';
import type { EvidenceLine } from '../run/evidence-line.ts';

/**
 * Appends one line of evidence at once, so that whatever the subject does next, an exit, a crash
 * or a kill, cannot take it back.
 */
export function record(line: EvidenceLine): void {
  writeWhole(EVIDENCE_DESCRIPTOR, `${JSON.stringify(line)}\n`);
}

/** Tells the judge something while the run goes on. */
export function tellJudge(message: { readonly listening: string }): void {
  writeWhole(CONTROL_DESCRIPTOR, `${JSON.stringify(message)}\n`);
}

/** A span as a line carries it. */
export function spanOnWire(span: Parameters<typeof spanFromSdk>[0]): unknown {
  return toOtlp([spanFromSdk(span)]);
}

const exit = process.exit.bind(process);

function writeWhole(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  try {
    for (let written = 0; written < bytes.length;) {
      written += writeSync(descriptor, bytes, written);
    }
  } catch {
    exit(LOST_EVIDENCE_CODE);
  }
}
