import type { ArticleDetails, Block } from '@/lib/domain/articles'
import type { LookReason } from '@/lib/domain/looks'

/**
 * Written for the demonstration. Invented: Meridian Wire, the Norrvik Institute, Helle Brandvold and
 * her words. Real: the events, the officials (paraphrased, never quoted) and the documents. Two
 * mistakes stand in it on purpose; they are its author's and are put in nobody's mouth.
 */
export const details: ArticleDetails = {
  title: 'Moscow weighs two letters, and an old quarrel over one paragraph',
  standfirst:
    'Washington and NATO have answered Russia’s demands for security guarantees. The answers are secret; the argument about them is not.',
  publisher: 'Meridian Wire',
  byline: 'Staff correspondent',
  publishedOn: '2022-01-29',
  url: 'https://meridian-wire.example/2022/01/moscow-weighs-two-letters',
  language: 'en',
}

export const blocks: Block[] = [
  {
    kind: 'paragraph',
    text: 'MOSCOW, 29 January 2022. Russia is studying two letters that it spent six weeks asking for, and so far it has found little in them to like. On 26 January the United States and NATO each delivered a written answer to the drafts that the Russian foreign ministry had published in mid-December. Neither answer has been made public.',
  },
  {
    kind: 'paragraph',
    text: 'The foreign minister, Sergey Lavrov, said the next day that the American paper held no positive response on the point that matters most to Moscow, the further enlargement of NATO to the east, although it left room for a serious talk about lesser things.',
  },
  { kind: 'heading', text: 'What was asked' },
  {
    kind: 'paragraph',
    text: 'The drafts, one addressed to Washington and one to the alliance, went well beyond the usual language of communiqués. They marked the first time that Moscow had offered the West a draft security treaty. Under the second of them NATO would have to withdraw its forces from the fourteen countries that have joined since 1997, and no other state, Ukraine included, could ever be admitted.',
  },
  {
    kind: 'paragraph',
    text: 'Western capitals had signalled their answer long before they wrote it down: arms control, exercises and the placing of missiles could be discussed; the choice of allies could not. Talks in Geneva, Brussels and Vienna in the second week of January ended with both sides repeating themselves.',
  },
  { kind: 'heading', text: 'The promise that was, or was not' },
  {
    kind: 'paragraph',
    text: 'Behind the letters lies a quarrel three decades old. Mr Lavrov recalled that in the early 1990s the United States had promised not to take in countries east of the Oder, and that this obligation was then broken. The alliance’s secretary general, Jens Stoltenberg, has repeatedly denied that NATO ever made such a promise.',
  },
  {
    kind: 'quote',
    text: '“Both sides quote the same paragraph, and each of them stops at a different comma.”',
  },
  { kind: 'attribution', text: 'Helle Brandvold, Norrvik Institute' },
  {
    kind: 'paragraph',
    text: 'Historians who have read the papers do not agree on what they amount to. Part of the difficulty is that the meetings of 1990 were about Germany, and that what was said aloud there about countries further east was never written into a treaty.',
  },
  { kind: 'heading', text: 'One paragraph, two halves' },
  {
    kind: 'paragraph',
    text: 'Much of the argument now turns on the Organization for Security and Co-operation in Europe. Mr Lavrov said that a principle written into OSCE documents adopted in Istanbul in 1999 and in Astana in 2010, that no state may strengthen its security at the expense of others, is being deliberately hushed up. He said he would ask Western ministers to explain how they read it.',
  },
  {
    kind: 'paragraph',
    text: 'The reply from Western officials is that choosing an alliance is itself a right, and that no outsider holds a veto. Article 10 of NATO’s founding treaty, after all, gives every European country the right to join.',
  },
  {
    kind: 'paragraph',
    text: '“If they [the letters] are still secret a week from now, I will be surprised,” said Helle Brandvold, who follows European security at the Norrvik Institute. “Too many capitals have a copy.” She added that no government in Europe seriously believes the exchange will change anyone’s mind.',
  },
  {
    kind: 'paragraph',
    text: 'What comes next is for President Vladimir Putin to decide. The Kremlin says that he has read both replies. It has not said when he will answer them.',
  },
]

/** What stands above the article on its fact-check page. */
export const check = {
  title: 'A wire report on Russia’s letters, read against the record',
  summary:
    'Five claims from one article about the exchange over security guarantees. One is false, one leaves out something that matters, and one is an opinion.',
}

/** How the sentences begin that were looked at and left, and why. */
export const leftSentences: readonly (readonly [begins: string, reason: LookReason | null])[] = [
  ['MOSCOW, 29 January', 'trivial'],
  ['Russia is studying', 'opinion'],
  ['What was asked', 'trivial'],
  ['The drafts, one addressed', 'already_checked'],
  ['Western capitals had', 'opinion'],
  ['Talks in Geneva', 'trivial'],
  ['The promise that was', 'trivial'],
  ['Behind the letters', null],
  ['“Both sides quote', 'opinion'],
  ['Helle Brandvold, Norrvik', 'trivial'],
  ['Historians who have read', 'not_checkable'],
  ['One paragraph, two', 'trivial'],
  ['Much of the argument', 'opinion'],
  ['“Too many capitals', 'not_checkable'],
]
