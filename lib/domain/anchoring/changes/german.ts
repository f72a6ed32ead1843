import type { LanguageRules } from '@/lib/domain/anchoring/changes/rules'

const ones = [
  'null',
  'ein',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
  'dreizehn',
  'vierzehn',
  'fünfzehn',
  'sechzehn',
  'siebzehn',
  'achtzehn',
  'neunzehn',
]
const tens = [
  '',
  '',
  'zwanzig',
  'dreißig',
  'vierzig',
  'fünfzig',
  'sechzig',
  'siebzig',
  'achtzig',
  'neunzig',
]

/** Every number below a hundred as it is written in one word. */
const belowHundred = new Map(
  Array.from({ length: 100 }, (_, value): [string, number] => {
    const one = ones[value % 10] ?? ''
    if (value < 20) return [ones[value] ?? '', value]
    const ten = tens[Math.floor(value / 10)] ?? ''
    return [value % 10 === 0 ? ten : `${one}und${ten}`, value]
  }),
)

/** German writes a number below a million as one word: "dreitausendfünfhundertzwölf". */
function compound(word: string): number | null {
  if (word.length > 60) return null
  const plain = word.replaceAll('dreissig', 'dreißig')
  const [thousands, rest] = parted(plain, 'tausend')
  if (thousands === null) return belowThousand(rest)
  const [many, few] = [thousands ? belowThousand(thousands) : 1, rest ? belowThousand(rest) : 0]
  return many === null || few === null ? null : many * 1000 + few
}

function belowThousand(word: string): number | null {
  const [hundreds, rest] = parted(word, 'hundert')
  if (hundreds === null) return below(rest)
  const [many, few] = [hundreds ? below(hundreds) : 1, rest ? below(rest.replace(/^und/, '')) : 0]
  return many === null || few === null ? null : many * 100 + few
}

const below = (word: string) => (word === 'eins' ? 1 : (belowHundred.get(word) ?? null))

function parted(word: string, scale: string): [string | null, string] {
  const at = word.indexOf(scale)
  return at < 0 ? [null, word] : [word.slice(0, at), word.slice(at + scale.length)]
}

/** German. "ein" alone is an article. */
export const german: LanguageRules = {
  figures: { decimal: ',', group: '.', spaces: true },
  names: 'pairs',
  dateOrder: 'dmy',
  compound: word => (word === 'ein' ? null : compound(word)),
  numbers: {
    12: 'dutzend',
    1000000: 'million millionen mio',
    1000000000: 'milliarde milliarden mrd',
    1000000000000: 'billion billionen',
    1000000000000000: 'billiarde billiarden',
  },
  ordinals: {
    1: 'erste ersten erster erstes erstem',
    2: 'zweite zweiten zweiter zweites zweitem',
    3: 'dritte dritten dritter drittes drittem',
    4: 'vierte vierten vierter viertes viertem',
    5: 'fünfte fünften fünfter fünftes fünftem',
    6: 'sechste sechsten sechster',
    7: 'siebte siebten siebter',
    8: 'achte achten achter',
    9: 'neunte neunten neunter',
    10: 'zehnte zehnten zehnter',
  },
  minus: 'minus',
  months: [
    'januar jänner jan',
    'februar feber feb',
    'märz',
    'april apr',
    'mai',
    'juni',
    'juli',
    'august aug',
    'september sept',
    'oktober okt',
    'november nov',
    'dezember dez',
  ],
  datePrepositions: `im in seit bis vor nach ab um von vom zum am anfang mitte ende jahr jahre jahres
    jahren und zwischen sommer winter frühjahr herbst`,
  dateJoiners: '',
  morning: '',
  afternoon: 'uhr',
  small: `der die das den dem des ein eine einen einem einer eines und oder aber auch in im an am auf zu
    zum zur von vom mit bei für aus es ist sind war waren wird werden wurde wurden worden sein hat haben
    hatte hatten so als wie dass da hier sich um über`,
  speakerAfter: 'laut zufolge gemäß nach',
  starters: `der die das den dem des ein eine einen einem einer eines und oder aber auch in im an am auf
    zu zum zur von vom mit bei für aus es ist sind war als wie dass da hier um über er sie wir ich ihr
    sein seine ihre unser alle viele einige manche kein keine nicht nur nach vor seit bis laut während
    wenn weil doch heute gestern morgen jetzt dann damit dabei diese dieser dieses jede jeder jedes`,
  words: [
    ['unit', 'percent', 'prozent'],
    ['unit', 'percentage point', 'prozentpunkt prozentpunkte prozentpunkten'],
    ['unit', 'dollar', 'dollar us_-_dollar'],
    ['unit', 'euro', 'euro euros'],
    ['unit', 'pound', 'pfund'],
    ['unit', 'franc', 'franken'],
    ['unit', 'cent', 'cent'],
    ['unit', 'km', 'kilometer kilometern'],
    ['unit', 'm', 'meter metern'],
    ['unit', 'cm', 'zentimeter zentimetern'],
    ['unit', 'mm', 'millimeter millimetern'],
    ['unit', 'mile', 'meile meilen'],
    ['unit', 'km2', 'quadratkilometer quadratkilometern'],
    ['unit', 'm2', 'quadratmeter quadratmetern'],
    ['unit', 'm3', 'kubikmeter kubikmetern'],
    ['unit', 'ha', 'hektar'],
    ['unit', 'kg', 'kilogramm kilo kilos'],
    ['unit', 'g', 'gramm'],
    ['unit', 'mg', 'milligramm'],
    ['unit', 't', 'tonne tonnen'],
    ['unit', 'l', 'liter litern'],
    ['unit', 'ml', 'milliliter'],
    ['unit', 'kw', 'kilowatt'],
    ['unit', 'mw', 'megawatt'],
    ['unit', 'gw', 'gigawatt'],
    ['unit', 'kwh', 'kilowattstunde kilowattstunden'],
    ['unit', 'mwh', 'megawattstunde megawattstunden'],
    ['unit', 'gwh', 'gigawattstunde gigawattstunden'],
    ['unit', 'twh', 'terawattstunde terawattstunden'],
    ['unit', 'degree', 'grad'],
    ['unit', 'second', 'sekunde sekunden'],
    ['unit', 'minute', 'minute minuten'],
    ['unit', 'hour', 'stunde stunden stündlich'],
    ['unit', 'day', 'tag tage tagen täglich täglichen'],
    ['unit', 'week', 'woche wochen wöchentlich wöchentlichen'],
    ['unit', 'month', 'monat monate monaten monats monatlich monatlichen'],
    ['unit', 'year', 'jahr jahre jahren jahres jährlich jährlichen jährliche'],
    ['unit', 'decade', 'jahrzehnt jahrzehnte jahrzehnten'],
    ['unit', 'century', 'jahrhundert jahrhunderte jahrhunderts'],
    ['number', 'hundreds', 'hunderte hunderten'],
    ['number', 'thousands', 'tausende tausenden'],
    ['number', 'dozens', 'dutzende dutzenden'],
    ['number', 'third', 'drittel'],
    ['number', 'quarter', 'viertel'],
    ['number', 'fifth', 'fünftel'],
    ['number', 'single', 'einziger einzige einzigen einziges'],
    ['date', 'monday', 'montag montags'],
    ['date', 'tuesday', 'dienstag dienstags'],
    ['date', 'wednesday', 'mittwoch mittwochs'],
    ['date', 'thursday', 'donnerstag donnerstags'],
    ['date', 'friday', 'freitag freitags'],
    ['date', 'saturday', 'samstag samstags sonnabend'],
    ['date', 'sunday', 'sonntag sonntags'],
    ['date', 'yesterday', 'gestern gestrig*'],
    ['date', 'today', 'heute heutig*'],
    ['date', 'tomorrow', 'morgen'],
    ['date', 'day before yesterday', 'vorgestern'],
    ['date', 'day after tomorrow', 'übermorgen'],
    ['date', 'now', 'jetzt derzeit aktuell* gegenwärtig*'],
    ['date', 'recently', 'kürzlich neulich'],
    [
      'date',
      'last',
      'vorig* vergangen* letztes_jahr letzten_jahr letzte_woche letzten_monat letzten_jahres',
    ],
    ['date', 'last year', 'vorjahr vorjahres'],
    ['date', 'next', 'kommende* nächst*'],
    ['date', 'this', 'diese_woche diesen_monat dieses_jahr diesem_jahr dieses_jahres'],
    ['date', 'spring', 'frühjahr frühling'],
    ['date', 'summer', 'sommer'],
    ['date', 'autumn', 'herbst'],
    ['date', 'winter', 'winter'],
    ['date', 'quarter', 'quartal quartals'],
    ['date', 'morning', 'vormittag'],
    ['date', 'afternoon', 'nachmittag'],
    ['date', 'evening', 'abend abends'],
    ['date', 'night', 'nacht nachts'],
    ['date', 'since', 'seit'],
    ['date', 'until', 'bis', 'before date'],
    ['date', 'early', 'anfang', 'before date'],
    ['date', 'mid', 'mitte', 'before date'],
    ['date', 'late', 'ende', 'before date'],
    [
      'negation',
      'not',
      `nicht kein keine keinen keinem keiner keines nichts niemand niemanden niemandem weder noch_nicht
      ohne nirgends leugne* bestreit* bestritt* dementier* verneint* abgelehnt ablehn* lehnt lehnte
      lehnten weiger* verweiger* verbiet* verbot verboten untersag* unmöglich unwahrscheinlich illegal
      unfähig falsch fehl*`,
    ],
    ['negation', 'never', 'nie niemals'],
    ['negation', 'no longer', 'nicht_mehr keine_mehr'],
    ['negation', 'hardly', 'kaum'],
    [
      'quantifier',
      'all',
      'alle allen aller alles jede jeden jedem jeder jedes sämtliche sämtlichen ganz ganze ganzen gesamte gesamten vollständig* völlig',
    ],
    ['quantifier', 'both', 'beide beiden beider'],
    ['quantifier', 'some', 'einige einigen einiger manche manchen mehrere mehreren etliche'],
    ['quantifier', 'few', 'wenige wenigen weniger_als wenig'],
    ['quantifier', 'many', 'viele vielen vieler zahlreiche zahlreichen'],
    [
      'quantifier',
      'most',
      'meiste meisten mehrheit großteil überwiegend* größtenteils mehrheitlich',
    ],
    ['quantifier', 'minority', 'minderheit'],
    ['quantifier', 'part', 'teil teilweise teils'],
    ['quantifier', 'only', 'nur lediglich bloß ausschließlich allein'],
    ['quantifier', 'at least', 'mindestens zumindest wenigstens'],
    ['quantifier', 'at most', 'höchstens maximal bis_zu'],
    ['quantifier', 'nearly', 'fast beinahe nahezu knapp annähernd'],
    ['quantifier', 'about', 'etwa rund ungefähr circa zirka ca schätzungsweise'],
    ['quantifier', 'exactly', 'genau exakt'],
    ['quantifier', 'half', 'halb halbe halben halber hälfte halbiert* halbier*'],
    ['quantifier', 'twice', 'doppelt* zweimal verdoppel* doppelte*'],
    ['quantifier', 'three times', 'dreimal dreifach* verdreifach*'],
    ['quantifier', 'always', 'immer stets'],
    ['quantifier', 'often', 'oft häufig'],
    ['quantifier', 'sometimes', 'manchmal gelegentlich'],
    ['quantifier', 'rarely', 'selten'],
    ['comparison', 'than', 'als', 'before number'],
    ['comparison', 'more', 'mehr'],
    ['comparison', 'less', 'weniger minder'],
    ['comparison', 'above', 'mehr_als über', 'before number'],
    ['comparison', 'below', 'weniger_als unter', 'before number'],
    ['comparison', 'above', 'oberhalb überschr* übertraf* übertr* übersteig*'],
    ['comparison', 'below', 'unterhalb unterschr*'],
    ['comparison', 'more er', 'höher* größer* länger* älter* schneller* stärker* teurer* reicher*'],
    [
      'comparison',
      'less er',
      'niedriger* geringer* kleiner* kürzer* jünger* langsamer* schwächer* billiger* günstiger* ärmer*',
    ],
    [
      'comparison',
      'more est',
      'höchste* größte* längste* älteste* schnellste* stärkste* teuerste*',
    ],
    ['comparison', 'less est', 'niedrigste* geringste* kleinste* kürzeste* jüngste* schwächste*'],
    ['comparison', 'good er', 'besser*'],
    ['comparison', 'bad er', 'schlechter* schlimmer*'],
    ['comparison', 'good est', 'beste besten bester bestes'],
    ['comparison', 'bad est', 'schlechteste* schlimmste*'],
    [
      'comparison',
      'rise',
      'steig* stieg* gestiegen* anstieg* anstieg angestiegen zunahm* zunahme nahm_zu nehmen_zu zugenommen erhöh* wuchs wuchsen wachs* gewachsen kletter* geklettert zuwachs zulegen zugelegt vergrößer* anhob* angehoben wächst',
    ],
    [
      'comparison',
      'fall',
      'sank sanken sink* gesunken gesenkt senk* fiel fielen fällt fallen gefallen rückgang abnahme abgenommen verringer* reduzier* schrumpf* geschrumpft zurückgegangen gekürzt kürzung* kürz* verminder* einbruch',
    ],
    ['comparison', 'before', 'vor vorher früher zuvor bevor'],
    ['comparison', 'after', 'nach nachher später danach nachdem'],
    ['comparison', 'win', 'gewinn* gewann* gewonnen sieg siegte siegten'],
    ['comparison', 'lose', 'verlier* verlor* verloren verlust* niederlage'],
    ['comparison', 'buy', 'kauf* gekauft erwarb erworben'],
    ['comparison', 'sell', 'verkauf*'],
    ['comparison', 'import', 'import* einfuhr*'],
    ['comparison', 'export', 'export* ausfuhr*'],
    ['comparison', 'support', 'unterstütz* befürwort*'],
    ['comparison', 'oppose', 'gegen'],
    ['comparison', 'surplus', 'überschuss überschüsse'],
    ['comparison', 'deficit', 'defizit*'],
    [
      'modality',
      'may',
      'möglicherweise vielleicht eventuell könnte könnten dürfte dürften womöglich möglich',
    ],
    ['modality', 'can', 'kann können konnte konnten'],
    ['modality', 'must', 'muss müssen musste mussten'],
    ['modality', 'should', 'soll sollen sollte sollten'],
    ['modality', 'would', 'würde würden'],
    ['modality', 'allowed', 'darf dürfen durfte durften'],
    ['modality', 'want', 'will wollen wollte wollten'],
    ['modality', 'plan', 'plant planen plante planten geplant beabsichtig*'],
    ['modality', 'alleged', 'angeblich* mutmaßlich*'],
    ['modality', 'apparent', 'offenbar anscheinend scheint scheinen scheinbar offensichtlich'],
    ['modality', 'likely', 'wahrscheinlich* voraussichtlich* vermutlich wohl'],
    ['modality', 'certain', 'sicher gewiss bestimmt zweifellos sicherlich'],
    ['modality', 'expect', 'erwart* prognostizier*'],
    [
      'attribution',
      'say',
      'sagt sagte sagten sagen gesagt erklärt* erklären mitteil* teilte_mit laut zufolge',
    ],
    ['attribution', 'claim', 'behaupt*'],
    ['attribution', 'deny', 'bestreit* bestritt* dementier* leugn*'],
    ['attribution', 'admit', 'räumt_ein räumte_ein eingeräumt gestand gestanden zugegeben'],
    ['attribution', 'confirm', 'bestätig*'],
    ['attribution', 'warn', 'warnt warnte warnten gewarnt'],
    ['attribution', 'promise', 'versprach* verspr* versprochen'],
  ],
}
