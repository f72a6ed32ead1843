/** A text without case and accents, to be looked through: whoever types "elysee" means "Élysée" too. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
