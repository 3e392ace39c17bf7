import { describe, expect, it } from 'vitest';
import { remarksOf } from '../../src/index.ts';
import { readEvidence } from '../../src/run/evidence-reader.ts';

describe('remarks', () => {
  it('say all that does not change a verdict', () => {
    const lines = [
      { t: 'diag', level: 'info', message: 'not worth a word' },
      { t: 'diag', level: 'warn', message: 'a queue is full' },
      { t: 'diag', level: 'error', message: 'a span was ended twice' },
      { t: 'done' },
      { t: 'handles', kinds: ['Timeout', 'Timeout', 'TCPServerWrap'] },
    ];
    const evidence = readEvidence(
      {
        lines: [{ t: 'began' }, ...lines].map((line) => JSON.stringify(line)),
        isTampered: false,
        stdout: '',
        stderr: '',
        code: 3,
        signal: null,
        leftProcesses: true,
      },
      1,
    );
    expect(remarksOf(evidence, 'main.ts')).toMatchInlineSnapshot(`
      [
        "The program did its work and then ended with exit code 3 instead of 0.",
        "The program had started another process and left it running; it was ended.",
        "When its work was done, something still held the program open: Timeout, TCPServerWrap.",
        "OpenTelemetry says (warn): a queue is full",
        "OpenTelemetry says (error): a span was ended twice",
      ]
    `);
  });

  it('are none for a clean run', () => {
    const lines = ['{"t":"began"}', '{"t":"done"}'];
    const process = { stdout: 'hello', stderr: '', code: 0, signal: null, leftProcesses: false };
    const evidence = readEvidence({ lines, isTampered: false, ...process }, 1);
    expect(remarksOf(evidence, 'main.ts')).toEqual([]);
  });
});
