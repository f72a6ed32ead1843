/** A file of an edition as a reader gets it. */
export interface SiteFile {
  /** Below the edition's folder: "index.html", "claims/k7m2.html". */
  path: string
  contentType: string
  body: string
}

export const htmlType = 'text/html; charset=utf-8'
export const cssType = 'text/css; charset=utf-8'
export const jsonType = 'application/json; charset=utf-8'

/** The fixed names in an edition's folder. */
export const fileNames = {
  /** The article as the latest edition of its check. */
  latest: 'index.html',
  /** The article as this very edition, under its own number. */
  edition: 'edition.html',
  snapshot: 'edition.json',
  claim: (key: string) => `claims/${key}.html`,
  /** The notice at the address of a note that is no longer published. */
  retired: (key: string) => `retired/${key}.html`,
}
