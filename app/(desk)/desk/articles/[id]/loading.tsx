export default function Loading() {
  return (
    <main className="page-loading lists" aria-busy="true">
      <p role="status">
        <span className="late">Fetching the article…</span>
      </p>
    </main>
  )
}
