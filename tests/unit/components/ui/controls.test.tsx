import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Avatar, initialsOf } from '@/components/ui/avatar'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { RatingMark } from '@/components/ui/rating-mark'
import { RelativeTime } from '@/components/ui/relative-time'
import { StateMark } from '@/components/ui/state-mark'
import { annotationStates, stateWords } from '@/lib/domain/review'
import { defaultScale } from '@/lib/domain/scales'

describe('initialsOf', () => {
  it.each([
    ['Maren Oduya', 'MO'],
    ['Ruth van der Akande', 'RA'],
    ['  ines  ', 'I'],
    ['Ólöf', 'Ó'],
    ['𐐨ab 李明', '𐐀李'],
    ['', ''],
  ])('takes %j as %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})

it('gives an avatar its name in words', () => {
  expect(renderToStaticMarkup(<Avatar name="Maren Oduya" />)).toContain('aria-label="Maren Oduya"')
})

describe('RatingMark', () => {
  it.each(defaultScale.ratings.map(rating => [rating.word, rating] as const))(
    'shows %s as a word beside a hidden icon',
    (word, rating) => {
      const html = renderToStaticMarkup(<RatingMark rating={rating} />)
      expect(html).toContain(`r-${rating.tint}`)
      expect(html).toContain('aria-hidden="true"')
      expect(html).toContain(`</svg>${word}</span>`)
    },
  )

  it('says that there is no verdict', () => {
    expect(renderToStaticMarkup(<RatingMark rating={null} />)).toContain('No verdict')
    expect(renderToStaticMarkup(<RatingMark rating={null} empty="To check" />)).toContain(
      'To check',
    )
  })
})

it.each(annotationStates)('shows the state %s as a sign and a word', state => {
  const html = renderToStaticMarkup(<StateMark state={state} />)
  expect(html).toBe(
    `<span class="c-state s-${state.replace('_', '-')}">${stateWords[state]}</span>`,
  )
})

describe('Field', () => {
  const field = (error?: string, hint?: string) =>
    renderToStaticMarkup(
      <Field label="Title" error={error} hint={hint}>
        {wiring => <input {...wiring} />}
      </Field>,
    )
  const idsIn = (html: string, attribute: string) =>
    (new RegExp(`${attribute}="([^"]*)"`).exec(html)?.[1] ?? '').split(' ').filter(Boolean)

  it('ties the label to the control', () => {
    const html = field()
    expect(idsIn(html, 'for')).toEqual(idsIn(html, '<input id'))
    expect(html).not.toContain('aria-invalid')
    expect(html).not.toContain('aria-describedby')
  })

  it('ties hint and error to the control and marks it', () => {
    const html = field('Give it a title.', 'As it was printed')
    const described = idsIn(html, 'aria-describedby')
    expect(described).toHaveLength(2)
    for (const id of described) expect(html).toContain(`id="${id}"`)
    expect(html).toContain('aria-invalid="true"')
  })
})

it('announces a notice that appears while someone works', () => {
  expect(renderToStaticMarkup(<Notice lead="Not saved." live="alert" />)).toContain('role="alert"')
  expect(renderToStaticMarkup(<Notice lead="Not saved." />)).not.toContain('role')
})

it('writes how long ago with the exact time beside it', () => {
  const html = renderToStaticMarkup(
    <RelativeTime
      at="2022-01-31T11:35:00.000Z"
      now="2022-01-31T12:00:00.000Z"
      timeZone="Europe/Oslo"
    />,
  )
  expect(html).toContain('dateTime="2022-01-31T11:35:00.000Z"')
  expect(html).toContain('12:35')
  expect(html).toContain('>25 min<')
})
