import { describe, expect, it } from 'vitest'
import { articleDetails, newArticle, slugOf } from '@/lib/domain/articles'

describe('slugOf', () => {
  it.each([
    ['Moscow weighs two letters', 'moscow-weighs-two-letters'],
    ['Zwölf Boxkämpfer', 'zwolf-boxkampfer'],
    ['It’s the mayor’s “harbour”', 'its-the-mayors-harbour'],
    ['  --  A  --  ', 'a'],
    ['100 % wrong', '100-wrong'],
    ['Гавань', 'fallback'],
    ['🚢', 'fallback'],
    ['<script>alert(1)</script>', 'script-alert-1-script'],
    ['../../etc/passwd', 'etc-passwd'],
  ])('of %j is %s', (title, slug) => {
    expect(slugOf(title, 'fallback')).toBe(slug)
  })

  it('has at most 60 characters and ends on one of them', () => {
    expect(slugOf(`${'a'.repeat(59)} b`, 'x')).toBe('a'.repeat(59))
    expect(slugOf('a'.repeat(100), 'x')).toHaveLength(60)
  })
})

describe('details of an article', () => {
  const details = {
    title: ' A  title ',
    standfirst: '',
    publisher: 'Someone',
    byline: '',
    publishedOn: '',
    url: '',
    language: 'EN-gb',
  }

  it('come in one line each, with the language in its own case', () => {
    expect(articleDetails.parse(details)).toMatchObject({ title: 'A title', language: 'en-GB' })
  })

  it.each([
    ['title', ' ', 'Give the article its title.'],
    ['publisher', '', 'Say who published it.'],
    [
      'publishedOn',
      '2022-13',
      'Write a date as 27 January 2022, January 2022, 2022 or 2022-01-27.',
    ],
    ['url', 'javascript:alert(1)', 'Write a full address that begins with https:// or http://.'],
    ['language', 'not a tag', '“not a tag” is no language tag. Write en, pt-BR or the like.'],
    ['byline', 'x'.repeat(201), 'Keep this to 200 characters.'],
  ])('say of a wrong %s what to do', (field, value, words) => {
    const issues = articleDetails.safeParse({ ...details, [field]: value }).error?.issues
    expect(issues?.map(issue => [issue.path.join('.'), issue.message])).toEqual([[field, words]])
  })

  it('say that the whole is too long', () => {
    const blocks = Array.from({ length: 1001 }, () => ({
      kind: 'paragraph',
      text: 'x'.repeat(1000),
    }))
    const issues = newArticle.safeParse({ details, blocks }).error?.issues
    expect(issues?.map(issue => issue.message)).toEqual([
      'An article may have up to 1,000,000 characters.',
    ])
  })
})
