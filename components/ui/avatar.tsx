/** A person as two letters. The name is there for those who do not see them. */
export function Avatar({ name, me = false }: { name: string; me?: boolean }) {
  return (
    <span className={me ? 'avatar me' : 'avatar'} title={name} role="img" aria-label={name}>
      {initialsOf(name)}
    </span>
  )
}

/** The first letters of the first and the last name; one letter where there is one name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends
    .map(word => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase('en')
}
