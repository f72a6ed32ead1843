/** Every address of the product, so that a link is never spelled by hand. */
export const paths = {
  home: '/',
  claims: '/claims',
  corrections: '/corrections',
  about: '/about',
  check: (slug: string) => `/checks/${slug}`,
  claim: (slug: string, key: string) => `/checks/${slug}/claims/${key}`,
  edition: (slug: string, number: number) => `/checks/${slug}/editions/${number}`,
  snapshot: (slug: string) => `/checks/${slug}/edition.json`,
  /** Of the pages that are no edition's; an edition's own stands in its folder. */
  stylesheet: (name: string) => `/styles/${name}`,

  signIn: '/sign-in',
  invite: (token: string) => `/invite/${token}`,

  desk: '/desk',
  articles: '/desk/articles',
  newArticle: '/desk/articles/new',
  article: (id: string) => `/desk/articles/${id}`,
  note: (articleId: string, annotationId: string) =>
    `/desk/articles/${articleId}?note=${annotationId}`,
  /** The article with the list of what was looked at, and what was not. */
  coverage: (articleId: string) => `/desk/articles/${articleId}?show=coverage`,
  history: (articleId: string) => `/desk/articles/${articleId}/history`,
  publish: (articleId: string) => `/desk/articles/${articleId}/publish`,
  revisions: (articleId: string) => `/desk/articles/${articleId}/revisions`,
  newRevision: (articleId: string) => `/desk/articles/${articleId}/revisions/new`,
  comparison: (articleId: string, from: number, to: number) =>
    `/desk/articles/${articleId}/revisions?from=${from}&to=${to}`,
  sources: '/desk/sources',
  people: '/desk/people',
  settings: '/desk/settings',
  account: '/desk/account',

  api: {
    preview: '/api/articles/preview',
    articles: '/api/articles',
    article: (id: string) => `/api/articles/${id}`,
    annotations: (articleId: string) => `/api/articles/${articleId}/annotations`,
    looks: (articleId: string) => `/api/articles/${articleId}/looks`,
    changes: (articleId: string, since: number) =>
      `/api/articles/${articleId}/changes?since=${since}`,
    live: (articleId: string, since: number) => `/api/articles/${articleId}/live?since=${since}`,
    annotation: (id: string) => `/api/annotations/${id}`,
    settlements: (annotationId: string) => `/api/annotations/${annotationId}/settlements`,
    versions: (id: string) => `/api/annotations/${id}/versions`,
    moves: (id: string) => `/api/annotations/${id}/moves`,
    reviews: (id: string) => `/api/annotations/${id}/reviews`,
    threads: (id: string) => `/api/annotations/${id}/threads`,
    comments: (threadId: string) => `/api/threads/${threadId}/comments`,
    resolution: (threadId: string) => `/api/threads/${threadId}/resolution`,
    /** The source of an address, as the notes besides one cite it. */
    knownSource: (address: string, besides: string) =>
      `/api/sources?${new URLSearchParams({ url: address, besides })}`,
    revisions: (articleId: string) => `/api/articles/${articleId}/revisions`,
    revisionPreview: (articleId: string) => `/api/articles/${articleId}/revisions/preview`,
    editions: (articleId: string) => `/api/articles/${articleId}/editions`,
    editionPreview: (articleId: string) => `/api/articles/${articleId}/editions/preview`,
    withdrawal: (editionId: string) => `/api/editions/${editionId}/withdrawal`,
    invites: '/api/invites',
    invite: (id: string) => `/api/invites/${id}`,
    acceptance: (token: string) => `/api/invites/accept/${token}`,
    person: (id: string) => `/api/people/${id}`,
    reset: (personId: string) => `/api/people/${personId}/reset`,
    newsroom: '/api/newsroom',
    password: '/api/account/password',
    sessions: '/api/account/sessions',
    /** next-auth's own addresses. */
    csrf: '/api/auth/csrf',
    signIn: '/api/auth/callback/credentials',
    signOut: '/api/auth/signout',
    health: '/api/health',
  },
} as const
