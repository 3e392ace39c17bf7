import { describe, expect, it } from 'vitest';

import { findRename, namesToday } from '../../src/rules/renamed-attributes.ts';

describe('findRename', () => {
  it('finds the old name of what is wanted', () => {
    expect(findRename('server.address', ['a', 'net.peer.name'])).toEqual({
      from: 'net.peer.name',
      to: 'server.address',
      wasOfficial: true,
    });
  });

  it('tells a name that never was official', () => {
    expect(findRename('url.path', ['http.path'])?.wasOfficial).toBe(false);
  });

  it('is not misled by names that every object has', () => {
    expect(findRename('url.path', ['constructor', '__proto__'])).toBeUndefined();
  });
});

describe('namesToday', () => {
  it('never gives a name that is old itself', () => {
    const old = ['http.method', 'http.target', 'db.statement', 'net.peer.name', 'error.name'];
    const today = old.flatMap((name) => namesToday(name));
    expect(today).toContain('db.query.text');
    expect(today.filter((name) => namesToday(name).length > 0)).toEqual([]);
  });
});
