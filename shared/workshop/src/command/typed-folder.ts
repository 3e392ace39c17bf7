import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';

/** The folder as it was typed. npm moves to the top folder first and leaves word of where it was. */
export function typedFolder(typed: string): string {
  const here = resolve(typed);
  const typedIn = process.env['INIT_CWD'];
  if (existsSync(here) || typedIn === undefined) return here;
  const there = resolve(typedIn, typed);
  return existsSync(there) ? there : here;
}
