/** A list's filter as a plain form: it works before any script does, and its address can be kept. */
export function ListFilter({
  action,
  query,
  label,
}: {
  action: string
  query: string
  label: string
}) {
  return (
    <search>
      <form className="list-filter" action={action}>
        <input type="search" name="q" defaultValue={query} aria-label={label} placeholder={label} />
        <button type="submit" className="btn">
          Filter
        </button>
      </form>
    </search>
  )
}
