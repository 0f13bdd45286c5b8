/** What the browser is told to refuse. */

/** Hosts of configured base maps as CSP sources (`https://tiles.example`); nothing else outside is ever allowed. */
interface Policy {
  baseMapSources: readonly string[];
  /** Hot reload needs inline scripts and a socket: only ever for `npm run dev`. */
  development: boolean;
}

export function securityHeaders({ baseMapSources, development }: Policy): Record<string, string> {
  const outside = baseMapSources.map((source) => ` ${source}`).join('');
  const policy = [
    `default-src 'none'`,
    // The importer's worker reads GeoPackages with an SQLite in WebAssembly; text never becomes a script.
    `script-src 'self' 'wasm-unsafe-eval'${development ? ` 'unsafe-inline'` : ''}`,
    `worker-src 'self' blob:`,
    // Component libraries set inline styles; a style cannot run anything.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:${outside}`,
    `font-src 'self' data:`,
    `connect-src 'self'${development ? ' ws:' : ''}${outside}`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)',
  };
}
