import { describe, it } from 'vitest';
import { KeyTree } from '../../src/matching/key-tree.ts';

describe('a tree of keys', () => {
  it('finds what was put under a row of keys', ({ expect }) => {
    const tree = new KeyTree<string>();
    tree.under('kind').under('server').value = 'gateway';
    expect(tree.find('kind')?.find('server')?.value).toBe('gateway');
    expect(tree.find('kind')?.find('client')).toBeUndefined();
    expect(tree.find('server')).toBeUndefined();
  });

  it('tells rows apart that would read the same in one piece', ({ expect }) => {
    const tree = new KeyTree<number>();
    tree.under('ab').under('c').value = 1;
    tree.under('a').under('bc').value = 2;
    expect(tree.under('ab').under('c').value).toBe(1);
    expect(tree.find('a')?.find('bc')?.value).toBe(2);
  });
});
