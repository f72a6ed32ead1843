import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ScaleTable } from '@/components/people/scale-table'
import { SettingsForm } from '@/components/people/settings-form'
import { requireCall } from '@/lib/auth'
import { languageName } from '@/lib/domain/languages'
import type { NewsroomSettings } from '@/lib/domain/newsrooms'
import { mayAdminister } from '@/lib/domain/roles'
import { paths } from '@/lib/paths'
import { findNewsroom } from '@/lib/services/newsrooms'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const call = await requireCall(paths.settings)
  const newsroom = await findNewsroom()
  if (!newsroom) notFound()
  const { version, ratings, isDemo: _, ...settings } = newsroom
  const administers = mayAdminister(call.actor)

  return (
    <>
      <header className="q-head">
        <h1>Settings</h1>
        <p>
          {administers
            ? 'What readers are told of the newsroom, and the scale it judges on.'
            : 'What readers are told of the newsroom. Admins can change it.'}
        </p>
      </header>
      <section className="q-section" aria-labelledby="newsroom">
        <header>
          <h2 id="newsroom">The newsroom</h2>
        </header>
        {administers ? (
          <SettingsForm
            saved={{ version, settings }}
            timeZones={Intl.supportedValuesOf('timeZone')}
          />
        ) : (
          <SettingsList settings={settings} />
        )}
      </section>
      <section className="q-section" aria-labelledby="scale">
        <header>
          <h2 id="scale">
            The scale <span>{ratings.length}</span>
          </h2>
          <p>In use, so its words do not change</p>
        </header>
        <ScaleTable ratings={ratings} />
      </section>
    </>
  )
}

function SettingsList({ settings }: { settings: NewsroomSettings }) {
  const rows = [
    ['Name', settings.name],
    ['Language', languageName(settings.language)],
    ['Time zone', settings.timeZone],
    ['How you check', settings.method],
    ['How you correct', settings.correctionsPolicy],
    ['Where readers report a mistake', settings.contact],
  ]
  return (
    <dl className="settings-read">
      {rows.map(([word, value]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{value || 'Not said yet'}</dd>
        </div>
      ))}
    </dl>
  )
}
