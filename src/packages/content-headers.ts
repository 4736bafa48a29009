/** What the frame of a package may do: run scripts and react to its own forms. It has no origin, so no cookie, store or page of ours. */
export const frameSandbox = 'allow-scripts allow-forms'

/**
 * Headers of everything a package consists of. They hold even where the frame's own sandbox would not: opened by itself, the content is
 * as shut in as inside the player.
 *
 * @param given.sources from where it may load: its own folder, and our scripts
 * @param given.nested it stands in a frame of the package: a frame without an origin counts as nobody's ancestor, so ancestors cannot be named
 */
export function contentHeaders(given: { sources: readonly string[]; nested: boolean }): Record<string, string> {
  const from = given.sources.join(' ')
  const policy = [
    `default-src ${from} 'unsafe-inline' 'unsafe-eval' data: blob:`,
    `connect-src ${from} data: blob:`,
    `frame-src ${from} data: blob:`,
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(given.nested ? [] : ["frame-ancestors 'self'"]),
    // Not in the standard yet; browsers that know it also shut the way around the list above.
    "webrtc 'block'",
    `sandbox ${frameSandbox}`,
  ]
  return {
    'Content-Security-Policy': policy.join('; '),
    // Without a word the whole service's DENY would stand; what browsers do not know they pass over.
    'X-Frame-Options': given.nested ? 'ALLOWALL' : 'SAMEORIGIN',
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'X-Robots-Tag': 'noindex, nofollow',
    'Referrer-Policy': 'no-referrer',
    // The frame has no origin, so to the browser its own files come from elsewhere. The address is the key, and no cookie goes along.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
    'Permissions-Policy': 'unload=*, camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  }
}
