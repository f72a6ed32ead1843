import { z } from 'zod'

/** An id is a UUID in lower case; the brand keeps one kind from standing in for another. */
export type PersonId = string & z.$brand<'PersonId'>
export type ArticleId = string & z.$brand<'ArticleId'>
export type RevisionId = string & z.$brand<'RevisionId'>
export type AnnotationId = string & z.$brand<'AnnotationId'>
export type ThreadId = string & z.$brand<'ThreadId'>
export type EditionId = string & z.$brand<'EditionId'>
export type InviteId = string & z.$brand<'InviteId'>

/** Whether `text` is an id at all: what is none names nothing, and the database need not be asked. */
export function isId(text: string): boolean {
  return z.uuid().safeParse(text).success
}

export const personId = z.uuid().brand<'PersonId'>()
export const articleId = z.uuid().brand<'ArticleId'>()
export const revisionId = z.uuid().brand<'RevisionId'>()
export const annotationId = z.uuid().brand<'AnnotationId'>()
export const threadId = z.uuid().brand<'ThreadId'>()
export const editionId = z.uuid().brand<'EditionId'>()
export const inviteId = z.uuid().brand<'InviteId'>()
