/** A page's own heading and rules while its rows are fetched; after a second it says so in words. */
export function PageLoading({ title, fetching }: { title: string; fetching: string }) {
  return (
    <div className="page-loading" aria-busy="true">
      <header className="q-head">
        <h1>{title}</h1>
        <p role="status">
          <span className="late">Fetching {fetching}…</span>
        </p>
      </header>
      <div className="q-section">
        <header />
      </div>
    </div>
  )
}
