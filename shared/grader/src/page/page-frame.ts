import { hash } from 'node:crypto';
import { Html, html } from './html.ts';
import { style } from './style.ts';

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What stands before the content: no script, nothing loaded, and one style whose hash is named. */
export function pageHead(title: string): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
      </head>
    </html> `;
  return html`${head}<style>${styleSheet}</style>
</head>
<body>
`;
}

/** Ours, and HTML does not read entities in it. */
const styleSheet = Html.of([style], []);

/** What stands after the content. */
export const pageFoot: Html = html`</main>
</body>
</html>
`;
