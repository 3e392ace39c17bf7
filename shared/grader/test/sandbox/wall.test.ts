import { chmod, writeFile } from 'node:fs/promises';
import { afterEach, describe, it, vi } from 'vitest';
import { trustedWall } from '../../src/sandbox/trusted-wall.ts';
import { openWall } from '../../src/sandbox/wall.ts';
import { faultOf } from '../../src/sandbox/wall-probe.ts';
import { scratchFolder } from '../fixtures/scratch.ts';

const { signal } = new AbortController();
afterEach(() => vi.unstubAllEnvs());

describe('where nothing can hold a submission', () => {
  it('none is run, and it says what was tried and what to do', async ({ expect }) => {
    vi.stubEnv('REQUIRE_SANDBOX', undefined);
    vi.stubEnv('PATH', '/nowhere');
    const opening = openWall({ trust: false, signal });
    await expect(opening).rejects.toMatchObject({ code: 'NO_ISOLATION' });
    await expect(opening).rejects.toThrowErrorMatchingInlineSnapshot(`
      [NoIsolationError: Nothing on this machine holds what a submission may do, so none was run:
      - bwrap: a program could not be run inside (never-began): limited: 1: exec: prlimit: not found
      - docker: there is no command docker
      On Linux install bubblewrap (apt-get install bubblewrap) and let it use user namespaces, or start Docker. To run the work with no wall at all, as you would by hand, add --trust; every report will say so.]
    `);
  });

  it('whoever trusts it can have it run, and the grade will say so', async ({ expect }) => {
    vi.stubEnv('PATH', '/nowhere');
    await using wall = await openWall({ trust: true, signal });
    expect(wall.isolation).toBe('none');
  });
});

describe('a wall is not believed', () => {
  it('that lets a program write where it should not', async ({ expect }) => {
    await using wall = trustedWall();
    expect(await faultOf(wall)).toBe('a file of this machine could be written inside');
  });

  it('that has the right name and does nothing', async ({ expect }) => {
    await using folder = await scratchFolder();
    const script = '#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done; shift; exec "$@"\n';
    await writeFile(folder.join('bwrap'), script);
    await chmod(folder.join('bwrap'), 0o755);
    vi.stubEnv('PATH', `${folder.path}:${process.env['PATH']}`);
    const opening = openWall({ trust: false, signal, tiers: ['bwrap'] });
    await expect(opening).rejects.toThrow('bwrap: a program could not be run inside (never-began)');
  });
});

describe('REQUIRE_SANDBOX', () => {
  it('asks for one that exists', async ({ expect }) => {
    vi.stubEnv('REQUIRE_SANDBOX', 'moat');
    await expect(openWall({ trust: false, signal })).rejects.toThrow(
      'REQUIRE_SANDBOX asks for "moat", and there are only',
    );
  });
});
