import { describe, it } from 'vitest';
import { encodeFrame, FrameReader } from '../../../src/sandbox/container/frame.ts';

const sent = Buffer.concat([
  encodeFrame('stdout', 7, Buffer.from('hello')),
  encodeFrame('kill', 4_000_000_000),
  encodeFrame('evidence', 1, Buffer.alloc(70_000, 'x')),
]);

describe('frames', () => {
  it.for([1, 8, 9, 14, 65_536, sent.length])(
    'are the same again, however they arrive: %i bytes at a time',
    (size, { expect }) => {
      const reader = new FrameReader();
      const received: string[] = [];
      for (let start = 0; start < sent.length; start += size) {
        for (const { kind, run, bytes } of reader.read(sent.subarray(start, start + size))) {
          received.push(`${kind} ${run} ${bytes.length}`);
        }
      }
      expect(received).toEqual(['stdout 7 5', 'kill 4000000000 0', 'evidence 1 70000']);
    },
  );

  it('are not what anybody else writes', ({ expect }) => {
    const reader = new FrameReader();
    expect(() => [...reader.read(Buffer.from('docker: Error response'))]).toThrow(
      'The container sent something that is no frame.',
    );
  });
});
