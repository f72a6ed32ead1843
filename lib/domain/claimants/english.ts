import type { SpeechWords } from '@/lib/domain/claimants/vocabulary'

const words = (text: string) => new Set(text.trim().split(/\s+/))

const offices = words(`
  minister president vice-president premier chancellor secretary general chief head director mayor governor
  chair chairman chairwoman chairperson leader ambassador envoy commissioner senator congressman
  congresswoman representative deputy mp mep ceo cfo professor speaker vice-speaker spokesman spokeswoman
  spokesperson economist analyst lawyer judge prosecutor officer manager executive founder owner coach
  captain colonel pope king queen prince princess bishop archbishop candidate activist researcher
  scientist historian editor author official treasurer councillor master harbourmaster diplomat
  politician expert aide adviser advisor attorney engineer doctor nurse teacher farmer resident witness
  undersecretary inspector constable sheriff admiral commander correspondent fisherman counsel writer
`)

const bodies = words(`
  ministry government administration office department agency authority council commission committee
  court police army company firm bank union party institute university newspaper report study survey
  statement spokespeople officials sources source diplomats analysts experts researchers scientists
  lawyers prosecutors residents witnesses economists critics lawmakers parliament congress embassy
  hospital association organisation organization board panel inquiry website paper magazine review
`)

export const english: SpeechWords = {
  verbs: words(`
    said says saying told tells added adds noted claimed asserted stated argued argues insisted insists
    recalled stressed emphasised emphasized explained announced confirmed denied denies alleged
    acknowledged admitted warned suggested proposed indicated maintained maintains reported wrote writes
    declared replied responded conceded estimated predicted predicts observed remarked commented
    complained testified tweeted posted believes thinks concluded
  `),
  tailVerbs: new Set(),
  accordingTo: [
    ['according', 'to'],
    ['in', 'the', 'words', 'of'],
  ],
  pronouns: words('he she him her'),
  determiners: words('the a an his her its their this that another one'),
  connectors: words('of for at'),
  particles: words('de da van von der den bin ibn al el la du di dos ten ter'),
  titles: words('mr mrs ms mx dr prof sir dame lord lady madam'),
  isRole: word => offices.has(word) || bodies.has(word),
  anyone: words(
    'diplomat politician official leader minister lawmaker spokesman spokeswoman expert',
  ),
  isBetween: word => /ly$/.test(word) || between.has(word),
  tells: words('told tells'),
  passive: words('was were is are be been being to not'),
  and: words('and but then'),
  that: new Set(['that']),
  stops: words(`
    in on by with from as after before during when while where who which whom whose if whether because
    since until against about into over under between through without and or but nor so yet than though
    although that to not is are was were be been being do does did will would can could may might must
    shall should had has have there here they it we you i what how why following including via per
    today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday
  `),
  openers: words(`
    yesterday today tomorrow however moreover but and the as in earlier later then meanwhile nevertheless
    still now when while after before if that this although also so yet on at for or both monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september
    october november december nonetheless furthermore instead indeed thus finally there what why how
    asked answering speaking commenting responding writing it they we you i who these those
  `),
  nounsAreCapitals: false,
  takesGenitive: false,
}

const between = words(`
  also then later previously earlier himself herself themselves has have had again further still once
  however too who even now just never often always
`)
