import { resolve } from 'node:path';
import process from 'node:process';

/** A place, there or not, seen from where it was typed; npm moves to the top folder first. */
export function typedPlace(typed: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', typed);
}
