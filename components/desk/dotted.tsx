import { Fragment } from 'react'

/** Short facts in a row, apart by dots; each keeps its own direction, and empty ones are left out. */
export function Dotted({ parts }: { parts: readonly string[] }) {
  return parts
    .filter(part => part !== '')
    .map((part, index) => (
      <Fragment key={part}>
        {index > 0 && ' · '}
        <bdi>{part}</bdi>
      </Fragment>
    ))
}
