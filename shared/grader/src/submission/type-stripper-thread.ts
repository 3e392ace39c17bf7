import { stripTypeScriptTypes } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { StripAnswer, StripRequest } from './type-stripper.ts';

parentPort?.on('message', (texts: StripRequest) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has none
  parentPort?.postMessage(strip(texts));
});

function strip(texts: StripRequest): StripAnswer {
  try {
    return texts.map((text) => stripTypeScriptTypes(text));
  } catch (error) {
    // What is no TypeScript is for the learner's own run to say; anything else is a parser that broke.
    if (isComplaint(error)) return 'cannot';
    throw error;
  }
}

function isComplaint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).endsWith('_SYNTAX');
}
