import type { SpeechWords } from '@/lib/domain/claimants/vocabulary'

const words = (text: string) => new Set(text.trim().split(/\s+/))

const role =
  /(?:kanzler|minister|präsident|sprecher|chef|bürgermeister|meister|leiter|direktor|vorsitzender?|abgeordneter?|senator|botschafter|professor|forscher|experte|expertin|ökonom|anwalt|anwältin|richter|staatsanwaltschaft|sekretär|beauftragter?|behörde|ministerium|amt|regierung|polizei|institut|universität|verband|gewerkschaft|partei|zeitung|bericht|studie|quelle|quellen|diplomat|politiker|unternehmen|gericht)(?:in|en|s)?$/

export const german: SpeechWords = {
  verbs: words(`
    sagte sagt erklärte erklärt betonte behauptete behauptet meinte meint kritisierte berichtete berichtet
    warnte schrieb schreibt sagten erklärten versicherte bestritt räumte bekräftigte ergänzte entgegnete
    antwortete argumentierte erinnerte verkündete
  `),
  tailVerbs: new Set(['so']),
  accordingTo: [
    ['laut'],
    ['nach', 'angaben', 'von'],
    ['nach', 'angaben', 'des'],
    ['nach', 'angaben', 'der'],
  ],
  pronouns: words('er sie ihm ihr'),
  determiners: words(
    'der die das den dem des ein eine einer eines einem einen sein seine ihr ihre',
  ),
  connectors: words('von der des für'),
  particles: words('von van der zu de'),
  titles: words('herr frau dr prof'),
  isRole: word => role.test(word),
  anyone: words('diplomat diplomatin politiker politikerin minister ministerin'),
  isBetween: word => words('auch dann später zuvor selbst erneut weiter jedoch aber').has(word),
  tells: new Set(),
  passive: words('wurde wurden wird werden zu'),
  and: words('und aber'),
  that: words('dass daß'),
  stops: words(`
    am im in an auf aus bei mit nach vor seit zu zum zur bis durch gegen ohne um und oder aber als wie wenn
    weil ob dass daß es wir ich ist sind war waren sei seien hat haben hatte wird werden nicht auch dem
    heute gestern morgen gegenüber während
  `),
  openers: words(`
    am im in an auf aus bei mit nach vor seit zu der die das ein eine und aber doch denn heute gestern
    es wir man ich montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli
    august september oktober november dezember dabei dazu zudem außerdem danach zuvor
  `),
  nounsAreCapitals: true,
  takesGenitive: false,
}
