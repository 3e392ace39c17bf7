import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Finding } from './finding.ts';

/** An older one never gets here: the command itself refuses it. */
export function examineNode(): Finding {
  return {
    about: 'Node',
    state: 'good',
    found: `${process.versions.node} runs the lessons, from ${process.execPath}.`,
  };
}

/** npm says its version to what it starts; a command typed without it has to ask. */
export async function examineNpm(): Promise<Finding> {
  const version = versionSaid(process.env['npm_config_user_agent']) ?? (await versionAsked());
  if (version !== undefined) {
    return { about: 'npm', state: 'good', found: `${version} starts every command.` };
  }
  return {
    about: 'npm',
    state: 'lacking',
    found: 'It was not found, so none of the commands that start with npm can be typed.',
    mend: 'Install Node from https://nodejs.org, which brings npm along.',
  };
}

function versionSaid(userAgent: string | undefined): string | undefined {
  return /^npm\/(\S+)/.exec(userAgent ?? '')?.[1];
}

async function versionAsked(): Promise<string | undefined> {
  const options = { shell: process.platform === 'win32', timeout: 10_000 };
  const asked = promisify(execFile)('npm', ['--version'], options);
  return (await asked.catch(() => undefined))?.stdout.trim();
}
