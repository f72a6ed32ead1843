import { describe, expect, it } from 'vitest'
import { credentials, networkOf, returnPath } from '@/lib/domain/sessions'

describe('returnPath', () => {
  it.each([
    ['a page of the desk', '/desk/articles', '/desk/articles'],
    ['a page with its query and place', '/desk/articles/1?note=2#x', '/desk/articles/1?note=2#x'],
    ['a public page', '/checks/letters', '/checks/letters'],
    ['dots that stay inside', '/desk/../claims', '/claims'],
  ])('follows %s', (_what, from, to) => {
    expect(returnPath(from, '/desk')).toBe(to)
  })

  it.each([
    ['nothing', undefined],
    ['an empty address', ''],
    ['another site', 'https://elsewhere.example/desk'],
    ['another site without its scheme', '//elsewhere.example'],
    ['another site behind a backslash', '/\\elsewhere.example'],
    ['another site behind a tab', '/\t/elsewhere.example'],
    ['another site behind dots', '/x/..//elsewhere.example'],
    ['a script', 'javascript:alert(1)'],
    ['a relative address', 'desk'],
    ['the API', '/api/people'],
    ['the door itself', '/sign-in?from=/desk'],
    ['an invitation', '/invite/abc'],
  ])('does not follow %s', (_what, from) => {
    expect(returnPath(from, '/desk')).toBe('/desk')
  })
})

describe('networkOf', () => {
  it.each([
    ['an IPv4 address as it is', '203.0.113.7', '203.0.113.7'],
    ['the last address, which nobody can make up', '1.2.3.4, 203.0.113.7', '203.0.113.7'],
    ['an address without its port', '203.0.113.7:51812', '203.0.113.7'],
    ['IPv4 in IPv6 clothes', '::ffff:203.0.113.7', '203.0.113.7'],
    ['the first half of IPv6', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['the first half of a shortened one', '2001:db8::5', '2001:db8:0:0::/64'],
    ['the same whatever the leading zeros', '2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['one in brackets', '[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['the machine itself', '::1', '0:0:0:0::/64'],
    ['what is no address', 'somewhere', 'unknown'],
    ['nothing', undefined, 'unknown'],
  ])('counts for %s', (_what, field, network) => {
    expect(networkOf(field)).toBe(network)
  })
})

describe('credentials', () => {
  it('lower-cases the address, so that one address is one person', () => {
    expect(credentials.parse({ email: ' Maren@Courier.Example ', password: 'x' }).email).toBe(
      'maren@courier.example',
    )
  })

  it('drops what next-auth sends along', () => {
    const sent = { email: 'a@b.example', password: 'x', csrfToken: 'y', json: 'true' }
    expect(Object.keys(credentials.parse(sent))).toEqual(['email', 'password'])
  })

  it('refuses a password longer than any that was chosen, before it is hashed', () => {
    expect(credentials.safeParse({ email: 'a@b.example', password: 'x'.repeat(201) }).success).toBe(
      false,
    )
  })
})
