import type { Citation } from '@/lib/domain/sources'

type Source = Pick<Citation, 'url' | 'title' | 'publisher' | 'publishedOn'>

/** Real documents; their addresses were public when this was written. */
export const sources = {
  securityTreaty: {
    url: 'http://en.kremlin.ru/events/president/news/6152',
    title: 'The draft of the European Security Treaty',
    publisher: 'President of Russia',
    publishedOn: '2009-11-29',
  },
  draftAgreement: {
    url: 'https://mid.ru/ru/foreign_policy/rso/nato/1790803/?lang=en',
    title:
      'Agreement on measures to ensure the security of the Russian Federation and member States of NATO (draft)',
    publisher: 'Ministry of Foreign Affairs of Russia',
    publishedOn: '2021-12-17',
  },
  members: {
    url: 'https://www.nato.int/cps/en/natohq/topics_52044.htm',
    title: 'NATO member countries',
    publisher: 'NATO',
    publishedOn: '',
  },
  gorbachevHeard: {
    url: 'https://nsarchive.gwu.edu/briefing-book/russia-programs/2017-12-12/nato-expansion-what-gorbachev-heard-western-leaders-early',
    title: 'NATO Expansion: What Gorbachev Heard',
    publisher: 'National Security Archive, George Washington University',
    publishedOn: '2017-12-12',
  },
  recordStraight: {
    url: 'https://www.nato.int/cps/en/natohq/115204.htm',
    title: 'Setting the record straight',
    publisher: 'NATO',
    publishedOn: '',
  },
  istanbul: {
    url: 'https://www.osce.org/mc/39569',
    title: 'Istanbul Document 1999: Charter for European Security',
    publisher: 'OSCE',
    publishedOn: '1999-11',
  },
  astana: {
    url: 'https://www.osce.org/mc/74985',
    title: 'Astana Commemorative Declaration: Towards a Security Community',
    publisher: 'OSCE',
    publishedOn: '2010-12',
  },
  replies: {
    url: 'https://elpais.com/infografias/2022/02/respuesta_otan/respuesta_otan_eeuu.pdf',
    title: 'The American and NATO replies',
    publisher: 'El País',
    publishedOn: '2022-02-02',
  },
  northAtlanticTreaty: {
    url: 'https://www.nato.int/cps/en/natohq/official_texts_17120.htm',
    title: 'The North Atlantic Treaty',
    publisher: 'NATO',
    publishedOn: '1949-04-04',
  },
} as const satisfies Record<string, Source>
