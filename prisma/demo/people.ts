import type { InviteRequest } from '@/lib/domain/people'

/** The desk of The Alderwick Courier. All invented; .example addresses reach nobody. */
export const people = {
  ruth: { name: 'Ruth Akande', email: 'ruth.akande@courier.example', role: 'admin' },
  tobias: { name: 'Tobias Hale', email: 'tobias.hale@courier.example', role: 'editor' },
  maren: { name: 'Maren Oduya', email: 'maren.oduya@courier.example', role: 'checker' },
  ines: { name: 'Ines Calloway', email: 'ines.calloway@courier.example', role: 'checker' },
} as const satisfies Record<string, InviteRequest & { name: string }>

export type DemoPerson = keyof typeof people

export const newsroom = {
  name: 'The Alderwick Courier',
  language: 'en',
  timeZone: 'UTC',
  method: [
    'We check statements of fact that matter to what readers may do or believe: what was said, what happened, what a document says, what a number is. We leave opinions and forecasts alone, and mark them as such where they might be taken for findings.',
    'Each note rests on the exact words it is about. It says who made the claim, gives it one rating, explains why, and shows the evidence: the document itself where there is one, with the passage.',
    'Nobody approves a note of their own. A second person reads every word of it, with the sources open, before it is published. Any later change needs that second reading again.',
  ].join('\n\n'),
  correctionsPolicy: [
    'When we get something wrong we say so. A corrected page is a new edition: it says what changed and when, and the edition before it stays at its own address.',
    'A slip of spelling is listed as a typo. A verdict, a quotation, a number or a source that changed never is.',
  ].join('\n\n'),
  contact: 'corrections@courier.example',
}
