import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { WorthALook } from '@/components/articles/create-footer'

it.each([
  [0, ''],
  [1, 'One thing in the text is worth a look first: see what was recognised.'],
  [2, '2 things in the text are worth a look first: see what was recognised.'],
])('says beside the button how many remarks there are: %i', (count, words) => {
  expect(renderToStaticMarkup(<WorthALook count={count} />).replace(/<[^>]*>/g, '')).toBe(words)
})
