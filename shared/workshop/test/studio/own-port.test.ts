import { expect, test } from 'vitest';
import { ownPort } from '../../src/studio/own-port.ts';

test('a folder has a port of its own, the same each time, among those for anybody', () => {
  const ports = ['/home/ada/tracelings', '/home/bob/tracelings'].map((folder) => ownPort(folder));
  expect(ports).toEqual([ownPort('/home/ada/tracelings'), ownPort('/home/bob/tracelings')]);
  expect(new Set(ports).size).toBe(2);
  for (const port of ports) {
    expect(port).toBeGreaterThanOrEqual(49_152);
    expect(port).toBeLessThanOrEqual(65_535);
  }
});
