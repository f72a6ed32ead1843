'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { WhenReady } from '@/components/ui/when-ready'
import { ask } from '@/lib/client'
import { commonLanguages, languageName } from '@/lib/domain/languages'
import {
  changedSettings,
  mergeSettings,
  type NewsroomSettings,
  settingWords,
} from '@/lib/domain/newsrooms'
import { messageAt, type Refusal } from '@/lib/domain/outcomes'
import { paths } from '@/lib/paths'
import './people.css'

interface Current {
  version: number
  settings: NewsroomSettings
}

/** What readers are told of the newsroom. Two who save at once both keep their words. */
export function SettingsForm({ saved: first, timeZones }: { saved: Current; timeZones: string[] }) {
  const router = useRouter()
  const [saved, setSaved] = useState(first)
  const [settings, setSettings] = useState(first.settings)
  const [theirs, setTheirs] = useState<Current | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [state, setState] = useState<'idle' | 'busy' | 'saved'>('idle')

  function write(change: Partial<NewsroomSettings>) {
    setSettings({ ...settings, ...change })
    setState('idle')
  }

  async function save(next: Current) {
    setState('busy')
    const outcome = await ask<{ version: number }>('PATCH', paths.api.newsroom, next)
    setTheirs(outcome.ok ? null : currentOf(outcome))
    setRefusal(outcome.ok ? null : outcome)
    setState(outcome.ok ? 'saved' : 'idle')
    if (!outcome.ok) return
    setSaved({ ...next, version: outcome.version })
    router.refresh()
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (state !== 'busy') void save({ version: saved.version, settings })
  }

  function takeTheirs(current: Current) {
    setSaved(current)
    setSettings(current.settings)
    setTheirs(null)
    setRefusal(null)
  }

  function keepMine(current: Current) {
    const merged = mergeSettings(saved.settings, settings, current.settings)
    setSaved(current)
    setSettings(merged)
    void save({ version: current.version, settings: merged })
  }

  const at = (path: keyof NewsroomSettings) => messageAt(refusal, `settings.${path}`)
  const area = (path: 'method' | 'correctionsPolicy', label: string, hint: string) => (
    <Field label={label} hint={hint} error={at(path)} optional>
      {wiring => (
        <textarea
          {...wiring}
          name={path}
          rows={8}
          value={settings[path]}
          onChange={event => write({ [path]: event.currentTarget.value })}
        />
      )}
    </Field>
  )

  return (
    <form className="settings-form" onSubmit={submit} aria-busy={state === 'busy'} noValidate>
      <WhenReady>
        <Field label="Name of the newsroom" error={at('name')}>
          {wiring => (
            <input
              {...wiring}
              name="name"
              value={settings.name}
              onChange={event => write({ name: event.currentTarget.value })}
            />
          )}
        </Field>
        <div className="settings-pair">
          <Field
            label="Language of your pages"
            hint="A tag such as en, de or pt-BR."
            error={at('language')}
          >
            {wiring => (
              <>
                <input
                  {...wiring}
                  name="language"
                  list="languages"
                  value={settings.language}
                  onChange={event => write({ language: event.currentTarget.value })}
                />
                <datalist id="languages">
                  {commonLanguages.map(tag => (
                    <option key={tag} value={tag}>
                      {languageName(tag)}
                    </option>
                  ))}
                </datalist>
              </>
            )}
          </Field>
          <Field label="Time zone" hint="In which dates are shown." error={at('timeZone')}>
            {wiring => (
              <>
                <input
                  {...wiring}
                  name="timeZone"
                  list="time-zones"
                  value={settings.timeZone}
                  onChange={event => write({ timeZone: event.currentTarget.value })}
                />
                <datalist id="time-zones">
                  {timeZones.map(zone => (
                    <option key={zone} value={zone} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
        </div>
        {area(
          'method',
          'How you check',
          'Readers find it on the page about you. A blank line begins a paragraph.',
        )}
        {area(
          'correctionsPolicy',
          'How you correct',
          'What you do when something published was wrong.',
        )}
        <Field
          label="Where readers report a mistake"
          hint="An e-mail address, shown on every page."
          error={at('contact')}
          optional
        >
          {wiring => (
            <input
              {...wiring}
              name="contact"
              type="email"
              value={settings.contact}
              onChange={event => write({ contact: event.currentTarget.value })}
            />
          )}
        </Field>
        {refusal && !theirs && (
          <Notice lead="Not saved." tone="bad" live="alert">
            {refusal.message}
          </Notice>
        )}
        {theirs && (
          <StaleNotice
            changed={changedSettings(saved.settings, theirs.settings)}
            onTake={() => takeTheirs(theirs)}
            onKeep={() => keepMine(theirs)}
          />
        )}
        <div className="acts">
          <button type="submit" className="btn btn-main" disabled={state === 'busy'}>
            {state === 'busy' ? 'Saving…' : 'Save the settings'}
          </button>
          <span role="status">{state === 'saved' && 'Saved just now'}</span>
        </div>
      </WhenReady>
    </form>
  )
}

function StaleNotice({
  changed,
  onTake,
  onKeep,
}: {
  changed: readonly (keyof NewsroomSettings)[]
  onTake: () => void
  onKeep: () => void
}) {
  return (
    <Notice
      lead="Not saved."
      tone="bad"
      live="alert"
      actions={
        <>
          <button type="button" className="btn" onClick={onTake}>
            Drop mine and show theirs
          </button>
          <button type="button" className="btn" onClick={onKeep}>
            Save mine on top of theirs
          </button>
        </>
      }
    >
      Someone else changed the {listOf(changed)} while you wrote. What you wrote is still here.
    </Notice>
  )
}

function listOf(names: readonly (keyof NewsroomSettings)[]): string {
  return new Intl.ListFormat('en').format(names.map(name => settingWords[name]))
}

/** A stale refusal of the newsroom carries what is saved now. */
function currentOf(refusal: Refusal & { current?: NewsroomSettings & { version: number } }) {
  if (refusal.reason !== 'stale' || !refusal.current) return null
  const { version, name, language, timeZone, method, correctionsPolicy, contact } = refusal.current
  return { version, settings: { name, language, timeZone, method, correctionsPolicy, contact } }
}
