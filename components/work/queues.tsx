import Link from 'next/link'
import type { Clock } from '@/components/desk/age'
import { ListSection } from '@/components/desk/list-section'
import { namesOf } from '@/components/work/names'
import { ReadyRow } from '@/components/work/ready-row'
import { WorkRow } from '@/components/work/work-row'
import type { MyWork, WorkItem } from '@/lib/domain/desk'
import { paths } from '@/lib/paths'

const queues = [
  { list: 'toAnswer', title: 'To answer', hint: 'A colleague calls on you in these' },
  { list: 'toWrite', title: 'To write', hint: 'You took these, or nobody has taken them yet' },
  {
    list: 'toReview',
    title: 'To review',
    hint: 'Written by others; your approval lets them be published',
  },
  { list: 'changesAsked', title: 'Changes asked', hint: 'Your notes, sent back with a remark' },
  { list: 'waiting', title: 'Waiting for others', hint: 'Nothing to do here; you may ask again' },
] as const

/** All that is somebody's to do, the oldest first; lists that are empty are not shown. */
export function Queues({ work, actorId, clock }: { work: MyWork; actorId: string; clock: Clock }) {
  return (
    <>
      {queues.map(
        ({ list, title, hint }) =>
          work[list].length > 0 && (
            <ListSection key={list} title={title} count={work[list].length} hint={hint}>
              {work[list].map(item => (
                <WorkRow
                  key={item.annotationId}
                  item={item}
                  who={whoOf(item, actorId)}
                  clock={clock}
                  waits={list !== 'waiting'}
                />
              ))}
            </ListSection>
          ),
      )}
      {work.readyToPublish.length > 0 && (
        <ListSection
          title="Ready to publish"
          count={work.readyToPublish.length}
          hint="Approved notes are in them that no edition shows yet"
        >
          {work.readyToPublish.map(article => (
            <ReadyRow key={article.articleId} article={article} clock={clock} />
          ))}
        </ListSection>
      )}
      {isIdle(work) && <NothingToDo />}
    </>
  )
}

function whoOf(item: WorkItem, actorId: string): string {
  const names = namesOf(item.people, actorId)
  return item.state === 'to_check' && names ? `Marked by ${names}` : names
}

function isIdle(work: MyWork): boolean {
  return Object.values(work).every(list => list.length === 0)
}

function NothingToDo() {
  return (
    <p className="say-0">
      <strong>Nothing waits for you.</strong> Look for claims in{' '}
      <Link href={paths.articles}>an article</Link>, or bring in{' '}
      <Link href={paths.newArticle}>a new one</Link>.
    </p>
  )
}
