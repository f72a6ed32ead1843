import type { PersonId } from '@/lib/domain/ids'

export const roles = ['checker', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

export const roleWords: Record<Role, { word: string; may: string }> = {
  checker: { word: 'Checker', may: 'writes notes and reviews those of others' },
  editor: { word: 'Editor', may: 'also edits any note, publishes and withdraws' },
  admin: { word: 'Admin', may: 'also invites people and sets up the newsroom' },
}

/** The signed-in person on whose behalf something is asked. */
export interface Actor {
  id: PersonId
  name: string
  role: Role
}

/** Who asks, and when: passed to every service, so that neither is guessed inside. */
export interface Call {
  actor: Actor
  at: Date
}

/** What permission on an annotation depends on. Authors are all who ever saved a version of it. */
export interface Authored {
  ownerId: string
  authorIds: readonly string[]
}

const isDeskLead = (actor: Actor) => actor.role === 'editor' || actor.role === 'admin'

/** A note is its owner's to write; editors may help. */
export function mayEdit(actor: Actor, annotation: Authored): boolean {
  return annotation.ownerId === actor.id || isDeskLead(actor)
}

/** A mark nobody has taken may be taken by anyone at the desk. */
export function mayTake(_actor: Actor, annotation: { state: string }): boolean {
  return annotation.state === 'to_check'
}

/** Four eyes: nobody who wrote any version of a note decides on it, whatever the role. */
export function mayReview(actor: Actor, annotation: Authored): boolean {
  return annotation.ownerId !== actor.id && !annotation.authorIds.includes(actor.id)
}

/** Retiring takes a note out of the next edition, so it is its owner's or an editor's to do. */
export function mayRetire(actor: Actor, annotation: Authored): boolean {
  return mayEdit(actor, annotation)
}

/** The article's own data: whoever brought it in, and editors. */
export function mayEditArticle(actor: Actor, article: { createdById: string }): boolean {
  return article.createdById === actor.id || isDeskLead(actor)
}

/** A remark is settled by whoever made it, whoever owns the note, or an editor. */
export function maySettle(actor: Actor, thread: { starterId: string; ownerId: string }): boolean {
  return thread.starterId === actor.id || thread.ownerId === actor.id || isDeskLead(actor)
}

/** Everyone may look at a sentence; what another has looked at is theirs to change, or an editor's. */
export function mayChangeLook(actor: Actor, look: { by: { id: string } } | null): boolean {
  return look === null || look.by.id === actor.id || isDeskLead(actor)
}

/** Publishing and withdrawing are the editors'. */
export function mayPublish(actor: Actor): boolean {
  return isDeskLead(actor)
}

/** Inviting, changing roles, disabling and the newsroom's settings are the admins'. */
export function mayAdminister(actor: Actor): boolean {
  return actor.role === 'admin'
}
