import { database, transaction } from '@/lib/data/database'
import {
  createNewsroom,
  findNewsroomRow,
  lockSetUp,
  type NewsroomRow,
  saveNewsroom,
} from '@/lib/data/newsrooms'
import { createScale } from '@/lib/data/scales'
import {
  changedSettings,
  type NewsroomSettings,
  newsroomSettings,
  settingWords,
} from '@/lib/domain/newsrooms'
import { faultsOf, type Outcome, type Refusal, refuse } from '@/lib/domain/outcomes'
import { type Call, mayAdminister } from '@/lib/domain/roles'
import { type Scale, scale as scaleShape } from '@/lib/domain/scales'
import { record } from '@/lib/services/audit'

export function findNewsroom(): Promise<NewsroomRow | null> {
  return findNewsroomRow(database)
}

/** A stale refusal carries what the settings are now. */
export function changeNewsroom(
  call: Call,
  { version, settings }: { version: number; settings: NewsroomSettings },
): Promise<Outcome<{ version: number }> | (Refusal & { current: NewsroomRow })> {
  return transaction(async tx => {
    const before = await findNewsroomRow(tx)
    if (!before) return refuse('not_found')
    if (!mayAdminister(call.actor)) return refuse('forbidden')

    const fields = changedSettings(before, settings).map(name => settingWords[name])
    if (before.version === version && fields.length === 0) return { ok: true, version }

    const saved = await saveNewsroom(tx, version, settings)
    if (saved === 'stale')
      return { ...refuse('stale'), current: (await findNewsroomRow(tx)) ?? before }

    await record(tx, call, { kind: 'newsroom.changed', fields })
    return { ok: true, version: version + 1 }
  })
}

/** Lays the newsroom down once: its settings, its scale, its ratings. */
export async function setUpNewsroom(
  input: { settings: NewsroomSettings; scale: Scale; isDemo: boolean },
  at: Date,
): Promise<Outcome> {
  const settings = newsroomSettings.safeParse(input.settings)
  const scale = scaleShape.safeParse(input.scale)
  if (!settings.success) return refuse('invalid', undefined, faultsOf(settings.error))
  if (!scale.success) return refuse('invalid', undefined, faultsOf(scale.error))

  return transaction(async tx => {
    await lockSetUp(tx)
    if (await findNewsroomRow(tx)) return refuse('taken', 'The newsroom is set up already.')
    const scaleId = await createScale(tx, scale.data, at)
    await createNewsroom(tx, { ...settings.data, isDemo: input.isDemo, scaleId, createdAt: at })
    await record(tx, { actor: null, at }, { kind: 'newsroom.created', name: settings.data.name })
    return { ok: true }
  })
}
