/** @jsxImportSource preact */
import type { PublicNewsroom } from '@/lib/domain/published'
import { roleWords } from '@/lib/domain/roles'
import type { Rating } from '@/lib/domain/scales'
import { paths } from '@/lib/paths'
import { RatingWord } from '@/lib/site/rating-word'
import { renderPage } from '@/lib/site/shell'
import { siteStylesheet } from '@/lib/site/stylesheet'

/** How the newsroom checks: its method, its scale, what it does about mistakes, who it is. */
export function renderAbout(newsroom: PublicNewsroom, origin: string): string {
  return renderPage(
    {
      newsroom,
      title: `How we check · ${newsroom.name}`,
      description: `The method, the scale and the people of ${newsroom.name}.`,
      canonical: `${origin}${paths.about}`,
      stylesheet: paths.stylesheet(siteStylesheet().name),
      section: 'about',
      icons: newsroom.ratings.map(rating => rating.icon),
      skip: { id: 'main', words: 'Skip to the method' },
      data: null,
      hasFoot: true,
      jsonLd: null,
    },
    <main class="about" id="main">
      <header class="list-head">
        <h1>How we check</h1>
      </header>
      {newsroom.method.trim() && (
        <section id="method" aria-labelledby="method-h">
          <h2 id="method-h">Method</h2>
          <Paragraphs text={newsroom.method} />
        </section>
      )}
      <ScaleSection ratings={newsroom.ratings} />
      {newsroom.correctionsPolicy.trim() && (
        <section id="corrections" aria-labelledby="corrections-h">
          <h2 id="corrections-h">Corrections</h2>
          <Paragraphs text={newsroom.correctionsPolicy} />
          <p>
            <a href={paths.corrections}>All corrections</a>
          </p>
        </section>
      )}
      <People newsroom={newsroom} />
    </main>,
  )
}

function ScaleSection({ ratings }: { ratings: readonly Rating[] }) {
  return (
    <section id="scale" aria-labelledby="scale-h">
      <h2 id="scale-h">Our scale</h2>
      <dl class="scale">
        {ratings.map(rating => (
          <div class={`r-${rating.tint}`}>
            <dt>
              <RatingWord rating={rating} />
            </dt>
            <dd>{rating.definition}</dd>
          </div>
        ))}
      </dl>
      <p>
        In an article the words of a claim are underlined; the heavier the line, the further they
        are from the record.
      </p>
    </section>
  )
}

function People({ newsroom: { people, contact } }: { newsroom: PublicNewsroom }) {
  if (people.length === 0 && !contact) return null
  return (
    <section id="people" aria-labelledby="people-h">
      <h2 id="people-h">People</h2>
      <ul class="people">
        {people.map(({ name, role }) => (
          <li>
            <bdi>{name}</bdi> <span>{roleWords[role].word.toLowerCase()}</span>
          </li>
        ))}
      </ul>
      {contact && (
        <p>
          See a mistake? <a href={`mailto:${contact}`}>Tell the desk</a>.
        </p>
      )}
    </section>
  )
}

/** Paragraphs are apart by blank lines. */
function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .filter(paragraph => paragraph.trim() !== '')
        .map(paragraph => (
          <p dir="auto">{paragraph}</p>
        ))}
    </>
  )
}
