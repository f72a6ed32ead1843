import './settling.css'

/** What became of the words, where the state of a note stands else. */
export function UnsettledMark({ title }: { title: string }) {
  return <span className="c-state s-unsettled">{title}</span>
}
