import { hash } from 'node:crypto';
import { style } from './style.ts';

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What stands before the content: no script, nothing loaded, and one style whose hash is named. */
export const pageHead = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Grades of a class</title>
<style>${style}</style>
</head>
<body>
<main>
`;

/** What stands after the content. */
export const pageFoot = `
</main>
</body>
</html>
`;
