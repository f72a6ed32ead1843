import type { Engine } from './engine'

/** The same offsets again, whatever stands there now; null past the end. */
export const position: Engine = {
  name: 'position',
  selectorOnly: true,
  place: (_, newText, spans) =>
    spans.map(({ start, end }) => (end <= newText.length ? { start, end } : null)),
}
