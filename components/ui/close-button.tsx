import './controls.css'

/** Closes what it stands in; `name` says what that is. */
export function CloseButton({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" className="icon-btn" aria-label={name} onClick={onClick}>
      <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
        <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="1.4" />
      </svg>
    </button>
  )
}
