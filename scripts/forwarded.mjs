/**
 * Leaves one address in X-Forwarded-For: that of the client. Each of our `proxies` adds whom it
 * has seen, and `peer` is whom we see, so the client stands that many places from the end; what comes
 * before may be made up. Without proxies nobody's word is taken, and the other headers of proxies go.
 *
 * @param {Record<string, string | string[] | undefined>} headers
 * @param {string | undefined} peer
 * @param {number} proxies
 */
export function nameClient(headers, peer, proxies) {
  const told = proxies > 0 ? String(headers['x-forwarded-for'] ?? '').split(',') : []
  const seen = [...told.map(each => each.trim()), peer ?? ''].filter(each => each !== '')
  headers['x-forwarded-for'] = seen.at(-1 - proxies) ?? seen[0]
  if (proxies > 0) return
  for (const name of [
    'forwarded',
    'x-forwarded-host',
    'x-forwarded-port',
    'x-forwarded-proto',
    'x-real-ip',
  ])
    delete headers[name]
}
