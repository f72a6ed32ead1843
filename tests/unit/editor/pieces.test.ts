import { describe, expect, it } from 'vitest'
import { piecesOf } from '@/lib/editor/pieces'

const stretch = (id: string, from: number, to: number, length = to - from) => ({
  id,
  block: 0,
  from,
  to,
  length,
})

describe('piecesOf', () => {
  it('lays the shortest note innermost where one lies in another', () => {
    expect(piecesOf([stretch('long', 0, 20), stretch('short', 5, 10)])).toEqual([
      { from: 0, to: 5, ids: ['long'] },
      { from: 5, to: 10, ids: ['short', 'long'] },
      { from: 10, to: 20, ids: ['long'] },
    ])
  })

  it('cuts where two notes overlap', () => {
    expect(piecesOf([stretch('a', 0, 10), stretch('b', 6, 12)]).map(({ ids }) => ids)).toEqual([
      ['a'],
      ['b', 'a'],
      ['b'],
    ])
  })

  it('goes by the length of the whole place, of which a block may hold a part', () => {
    const [piece] = piecesOf([stretch('across', 0, 4, 500), stretch('here', 0, 4)])
    expect(piece?.ids).toEqual(['here', 'across'])
  })

  it('leaves out words on which no note rests', () => {
    expect(piecesOf([stretch('a', 0, 4), stretch('b', 8, 10)]).map(({ from }) => from)).toEqual([
      0, 8,
    ])
  })

  it('names a note once where two of its places overlap', () => {
    expect(piecesOf([stretch('a', 0, 4), stretch('a', 0, 4)])).toEqual([
      { from: 0, to: 4, ids: ['a'] },
    ])
  })
})
