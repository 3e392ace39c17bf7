import process from 'node:process';
import { Terminal } from '../watch/terminal.ts';
import type { Finding } from './finding.ts';

const about = 'Terminal';

/** Whether the watched lesson has its keys here. */
export function examineTerminal(): Finding {
  if (Terminal.isThere() && process.env['TERM'] !== 'dumb') {
    const size = `${process.stdout.columns} columns and ${process.stdout.rows} rows`;
    return { about, state: 'good', found: `npm start has its keys, in ${size}.` };
  }
  return {
    about,
    state: 'lacking',
    found: 'There is none here that gives single keys, so npm start checks once, or has no keys.',
    mend: 'Every key is a command too: npm run hint, trace, diff, reset, check -- --jaeger.',
  };
}
