import type { AnnotationContent, Claimant } from '@/lib/domain/annotations'
import type { DocumentNode } from '@/lib/domain/rich-text'
import type { Citation } from '@/lib/domain/sources'
import { sources } from '@/prisma/demo/sources'

/** A note of the demonstration: the words it rests on, found in the article's text, and its content. */
export interface DemoNote {
  words: string
  content: Omit<AnnotationContent, 'anchors'>
}

const lavrov: Claimant = {
  name: 'Sergey Lavrov',
  role: 'foreign minister of Russia',
  saidOn: '2022-01',
  saidWhere: 'as reported in the article',
}
const theArticle: Claimant = {
  name: 'Meridian Wire',
  role: '',
  saidOn: '2022-01-29',
  saidWhere: 'in the article’s own words',
}

export const firstTreaty: DemoNote = {
  words: 'the first time that Moscow had offered the West a draft security treaty',
  content: {
    claim:
      'The drafts of December 2021 were the first security treaty that Russia had offered the West in draft.',
    claimant: theArticle,
    ratingKey: 'false',
    reasons: ['contradicted'],
    explanation: paragraphs(
      'On 29 November 2009 the Kremlin published the draft of a European Security Treaty and said that it had been sent to heads of state and to organisations including NATO, the European Union and the OSCE. It too was built on the idea that no one should gain security at another’s cost.',
      'The drafts of 2021 asked for much more, but they were not the first.',
    ),
    citations: [
      cite('securityTreaty', 'refutes', {
        passage:
          'The note above the draft says that it was sent to the leaders of the states concerned and to NATO, the European Union, the CSTO, the CIS and the OSCE.',
      }),
      cite('draftAgreement', 'gives_context', {
        passage: 'The draft of 2021 also opens with the principle of indivisible security.',
        locator: 'Article 1',
      }),
    ],
  },
}

export const fourteenCountries: DemoNote = {
  words:
    'NATO would have to withdraw its forces from the fourteen countries that have joined since 1997',
  content: {
    claim:
      'Russia’s draft agreement would have required NATO to withdraw its forces from the fourteen countries that joined after 1997.',
    claimant: { ...theArticle, saidWhere: 'describing the draft of 17 December 2021' },
    ratingKey: 'mostly-true',
    reasons: ['imprecise'],
    explanation: fourteenExplained('Fourteen'),
    citations: [
      cite('draftAgreement', 'supports', {
        passage:
          'States that were members of NATO on 27 May 1997 would not deploy forces on the territory of other European states in addition to those stationed there on that date.',
        locator: 'Article 4',
      }),
      cite('members', 'supports', {
        passage:
          'Lists the thirty members of January 2022 with the year in which each acceded; fourteen acceded in 1999 or later.',
      }),
    ],
  },
}

/** What edition 1 said of note 2, before the count was put right. */
export const miscounted: DocumentNode = fourteenExplained('Thirteen')

export const brokenPromise: DemoNote = {
  words:
    'the United States had promised not to take in countries east of the Oder, and that this obligation was then broken',
  content: {
    claim:
      'The United States promised in the early 1990s not to admit countries east of the Oder to NATO, and later broke that obligation.',
    claimant: lavrov,
    ratingKey: 'missing-context',
    reasons: ['missing_context', 'disputed'],
    explanation: paragraphs(
      'Records of 1990 and 1991 hold oral assurances by Western leaders, given while German unification was being negotiated, that the alliance would not move eastward. No treaty contains such an obligation, and NATO denies that a promise was made. Historians disagree about how far the assurances reached.',
      'The claim turns a contested assurance into a broken obligation.',
    ),
    citations: [
      cite('gorbachevHeard', 'gives_context', {
        passage:
          'A collection of declassified American, Soviet, German, British and French records. Its editors conclude that Soviet leaders were given repeated assurances in 1990 and 1991.',
      }),
      cite('recordStraight', 'refutes', {
        passage:
          'NATO’s position: no promise not to enlarge was ever made, and no record of a decision by the alliance to that effect exists.',
      }),
    ],
  },
}

export const namedTheOder: DemoNote = {
  words: 'east of the Oder',
  content: {
    claim:
      'The assurances of the early 1990s named the river Oder as the line that NATO would not cross.',
    claimant: lavrov,
    ratingKey: 'unproven',
    reasons: ['needs_primary_source'],
    explanation: paragraphs(
      'The best-known American and Soviet records of February 1990, as published, speak of the alliance not moving to the east; they name no river. We have not read every record of the period, and a reported paraphrase may be looser than what was said. A primary source would settle it.',
    ),
    citations: [
      cite('gorbachevHeard', 'gives_context', {
        passage:
          'The records of the meetings of 9 and 10 February 1990, in the collection’s English versions.',
      }),
    ],
  },
}

export const writtenTwice: DemoNote = {
  words:
    'written into OSCE documents adopted in Istanbul in 1999 and in Astana in 2010, that no state may strengthen its security at the expense of others',
  content: {
    claim:
      'The OSCE’s states agreed in Istanbul in 1999, and again in Astana in 2010, that they would not strengthen their security at the expense of others.',
    claimant: lavrov,
    ratingKey: 'true',
    reasons: [],
    explanation: paragraphs(
      'Both documents say so, in almost the same words. They are political commitments by the heads of state and government, not treaties.',
    ),
    citations: [
      cite('istanbul', 'supports', {
        passage:
          'They will not strengthen their security at the expense of the security of other States',
        passageKind: 'exact',
        locator: 'paragraph 8',
      }),
      cite('astana', 'supports', {
        passage: 'Repeats the commitment of 1999 nearly word for word.',
        locator: 'paragraph 3',
      }),
    ],
  },
}

export const hushedUp: DemoNote = {
  words:
    'that no state may strengthen its security at the expense of others, is being deliberately hushed up',
  content: {
    claim:
      'The West deliberately keeps quiet about the principle that no state may strengthen its security at the expense of others.',
    claimant: lavrov,
    ratingKey: 'missing-context',
    reasons: ['missing_context', 'motives'],
    explanation: paragraphs(
      'The same paragraph of the 1999 charter holds two commitments: each state is free to choose or change its alliances, and none will strengthen its security at the expense of others. To quote either half alone leaves out what the paragraph balances.',
      'The American reply, once published, offered to discuss how each side reads the principle. Whether anything was hushed up on purpose is a judgement about motives.',
    ),
    citations: [
      cite('istanbul', 'gives_context', {
        passage:
          'to be free to choose or change its security arrangements, including treaties of alliance',
        passageKind: 'exact',
        locator: 'paragraph 8',
      }),
      cite('replies', 'refutes', {
        passage:
          'The American reply says that Washington is ready to discuss the indivisibility of security and each side’s interpretation of it.',
      }),
    ],
  },
}

export const rightToJoin: DemoNote = {
  words:
    'Article 10 of NATO’s founding treaty, after all, gives every European country the right to join.',
  content: {
    claim:
      'Article 10 of the North Atlantic Treaty gives every European country the right to join NATO.',
    claimant: theArticle,
    ratingKey: 'mostly-false',
    reasons: ['imprecise', 'contradicted'],
    explanation: paragraphs(
      'Article 10 gives the allies a power; it gives applicants no right. By unanimous agreement the allies may invite a European state that can further the treaty’s principles and contribute to the security of the area. What holds is that the treaty gives no say in this to any state outside the alliance.',
    ),
    citations: [
      cite('northAtlanticTreaty', 'refutes', {
        passage:
          'The Parties may, by unanimous agreement, invite any other European State in a position to further the principles of this Treaty and to contribute to the security of the North Atlantic area to accede to this Treaty.',
        passageKind: 'exact',
        locator: 'Article 10',
      }),
    ],
  },
}

export const nobodysMind: DemoNote = {
  words: 'no government in Europe seriously believes the exchange will change anyone’s mind',
  content: {
    claim:
      'No government in Europe seriously believes that the exchange of letters will change anyone’s mind.',
    claimant: {
      name: 'Helle Brandvold',
      role: 'Norrvik Institute',
      saidOn: '2022-01-29',
      saidWhere: 'speaking to Meridian Wire',
    },
    ratingKey: 'not-checkable',
    reasons: ['opinion'],
    explanation: paragraphs(
      'One scholar’s reading of what others believe. What governments say in public can be compared; what they are convinced of cannot. We mark it so that nobody takes it for a finding.',
    ),
    citations: [],
  },
}

export const stoltenbergDenied: DemoNote = {
  words: 'Jens Stoltenberg, has repeatedly denied that NATO ever made such a promise',
  content: {
    claim: 'Jens Stoltenberg has repeatedly denied that NATO promised not to enlarge.',
    claimant: theArticle,
    ratingKey: null,
    reasons: [],
    explanation: paragraphs(''),
    citations: [
      cite('recordStraight', 'gives_context', {
        passage:
          'NATO’s own page denies that a promise was made; it does not quote Mr Stoltenberg.',
      }),
    ],
  },
}

export const threeTalks: DemoNote = {
  words: 'Talks in Geneva, Brussels and Vienna in the second week of January',
  content: {
    claim: 'Talks were held in Geneva, Brussels and Vienna in the second week of January 2022.',
    claimant: theArticle,
    ratingKey: null,
    reasons: [],
    explanation: paragraphs(''),
    citations: [],
  },
}

export const notPublic: DemoNote = {
  words: 'Neither answer has been made public.',
  content: {
    claim: '',
    claimant: { name: '', role: '', saidOn: '', saidWhere: '' },
    ratingKey: null,
    reasons: [],
    explanation: paragraphs(''),
    citations: [],
  },
}

function fourteenExplained(count: string): DocumentNode {
  return paragraphs(
    `Article 4 would have barred the states that were allies on 27 May 1997 from keeping forces in other European states beyond those stationed there on that date. ${count} countries have joined since, so withdrawal from them would be the effect.`,
    'But the draft names none of them, reaches European states outside NATO as well, and allows exceptions to which every party consents.',
  )
}

function paragraphs(...texts: string[]): DocumentNode {
  return {
    type: 'doc',
    content: texts.map(text => ({
      type: 'paragraph',
      ...(text && { content: [{ type: 'text', text }] }),
    })),
  }
}

/** Passages are ours unless said to be exact: only the document's own wording may wear quotation marks. */
function cite(
  source: keyof typeof sources,
  stance: Citation['stance'],
  use: Partial<Pick<Citation, 'passage' | 'passageKind' | 'locator'>>,
): Citation {
  return { ...sources[source], stance, passage: '', passageKind: 'paraphrase', locator: '', ...use }
}
