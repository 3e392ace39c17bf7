import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../chromium.ts';

/** The Jaeger that tests may count on. */
export interface JaegerForTasks {
  /** Where tests ask for it; undefined where there is none on this machine. */
  readonly brokerUrl: string | undefined;
}

/**
 * The environment that every task runs in: the same on every machine where it could change a
 * result, so that a cached result is one that this machine would get as well. What does differ
 * between machines (Node, the installed packages, whether there is a Jaeger, a browser) is part of the hash.
 */
export function taskEnvironment(root: string, jaeger: JaegerForTasks): NodeJS.ProcessEnv {
  return {
    ...inherited(),
    CI: 'true',
    LANG: 'C.UTF-8',
    NO_COLOR: '1',
    NPM_CONFIG_LOGLEVEL: 'silent',
    TERM: 'dumb',
    TRACELINGS_PROOF: '1',
    TRACELINGS_TOOLCHAIN: toolchain(root),
    TURBO_TELEMETRY_DISABLED: '1',
    TZ: 'UTC',
    ...jaegerEnvironment(jaeger),
    ...browserEnvironment(),
    ...sandboxEnvironment(),
  };
}

/** Where there is a Jaeger, a test may not skip for want of one: a start that failed is a failure. */
function jaegerEnvironment({ brokerUrl }: JaegerForTasks): NodeJS.ProcessEnv {
  if (brokerUrl === undefined) return { TRACELINGS_JAEGER: 'absent' };
  return {
    REQUIRE_JAEGER: '1',
    TRACELINGS_JAEGER: 'available',
    TRACELINGS_JAEGER_BROKER: brokerUrl,
  };
}

/** Where there is a browser, no test may skip for want of one. */
function browserEnvironment(): NodeJS.ProcessEnv {
  const chromium = findChromium();
  if (chromium === undefined) return { TRACELINGS_BROWSER: 'absent' };
  return { REQUIRE_BROWSER: '1', TRACELINGS_BROWSER: chromium };
}

/** Where bubblewrap can hold a program, no test may skip for want of it. */
function sandboxEnvironment(): NodeJS.ProcessEnv {
  const { status } = spawnSync('bwrap', ['--unshare-all', '--ro-bind', '/', '/', 'true']);
  if (status !== 0) return { TRACELINGS_SANDBOX: 'absent' };
  return { REQUIRE_SANDBOX: 'bwrap', TRACELINGS_SANDBOX: 'bwrap' };
}

const neverInherited = /^(TURBO_|TRACELINGS_|NODE_OPTIONS$|NODE_ENV$|REQUIRE_JAEGER$|FORCE_COLOR$)/;

function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !neverInherited.test(name)),
  );
}

/** What runs the tests, which no file in the repository tells: turbo hashes none of it by itself. */
function toolchain(root: string): string {
  return [process.version, process.platform, process.arch, installedPackages(root)].join(' ');
}

/** npm's own record of what lies in `node_modules`, which may be behind the lockfile. */
function installedPackages(root: string): string {
  try {
    const record = readFileSync(join(root, 'node_modules', '.package-lock.json'));
    return createHash('sha256').update(record).digest('hex');
  } catch {
    return 'nothing installed';
  }
}
