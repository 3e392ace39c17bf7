import { hash } from 'node:crypto';

/**
 * On every answer. Nothing is loaded, framed, sent or embedded from or by another place.
 *
 * @param inline the scripts that stand in the document; no other one there is run
 */
export function securityHeaders(inline: readonly string[]): Readonly<Record<string, string>> {
  const hashes = inline.map((text) => `'sha256-${hash('sha256', text, 'base64')}'`);
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // The one place that makes HTML of a text is named: page/own-html.ts.
    "require-trusted-types-for 'script'",
    'trusted-types own-html',
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
