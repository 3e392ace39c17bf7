import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser that tests and screenshots use: the one that CHROMIUM_PATH names, or an installed one. */
export function findChromium(): string | undefined {
  const candidates = [process.env['CHROMIUM_PATH'], ...places];
  return candidates.find((path) => path !== undefined && existsSync(path));
}
