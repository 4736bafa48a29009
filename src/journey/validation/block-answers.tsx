import type { Context } from 'hono'
import { may } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { type Journey, lockJourney, recordEvent } from '../record/index.ts'
import type { Entry } from './entries.ts'
import type { Posted } from './forms.ts'
import { loadValidation, type Validation } from './load.ts'
import type { BlockProps } from './parts.tsx'
import { keepAgenda, saveEntry } from './store.ts'

type C = Context<JourneyEnvironment>

/** What every block of the validation does the same way: load, save under the journey's lock, answer. */
export function blockAnswers(deps: RoomDependencies) {
  const { db, now, asset } = deps

  const load = (c: C) => loadValidation(deps, c.var.actor, c.var.place.journey.id)
  const loaded = async (c: C): Promise<Validation> => {
    const v = await load(c)
    if (v === undefined) throw new NotFoundError()
    return v
  }
  const propsOf = (c: C, v: Validation, errors: FieldError[] = [], conflict?: Entry): BlockProps => {
    const { place, standing, actor } = c.var
    const { stage, state } = place.journey
    return {
      frame: frameOf(c, asset),
      place,
      standing,
      timeZone: actor.timeZone,
      v,
      writes: may('validation.edit', standing) && stage === 'validation' && state === 'active',
      errors,
      ...(conflict ? { conflict } : {}),
    }
  }
  const to = (c: C, ...rest: string[]) => paths.journey(c.var.language, c.var.place.journey.id, 'validation', ...rest)

  /** In one transaction, under the journey's lock: saves the block, keeps the agenda beside it, and tells the record. */
  const save = (
    c: C,
    v: Validation,
    given: { block: string; version: number; value: unknown; act: string; detail?: Record<string, unknown> },
    also?: (tx: Tx, journey: Journey) => Promise<void>,
  ) =>
    asPerson(db, c.var.actor, async (tx) => {
      const journey = await lockJourney(tx, v.journey.id)
      if (journey.stage !== 'validation' || journey.state !== 'active') throw new ConflictError()
      const by = c.var.actor.personId
      const saved = await saveEntry(tx, journey, { ...given, by, at: now() })
      if (!saved.ok || !saved.changed) return saved
      await keepAgenda(tx, journey, { ids: v.agenda.map(({ id }) => id), by, at: now() })
      await recordEvent(tx, {
        communityId: journey.communityId,
        journeyId: journey.id,
        personId: by,
        act: given.act,
        at: now(),
        detail: given.detail ?? {},
      })
      await also?.(tx, journey)
      return saved
    })

  /** Answers a posted block: the page again with what is wrong or what someone else saved, otherwise on to the next page. */
  const answer = async <Value,>(
    c: C,
    v: Validation,
    posted: Posted<Value>,
    given: { block: string; act: string; detail?: Record<string, unknown>; next: string },
    draw: (props: BlockProps, posted: Posted<Value>) => unknown,
    also?: (tx: Tx, journey: Journey) => Promise<void>,
  ) => {
    if (posted.errors.length > 0) return c.html(documentOf(draw(propsOf(c, v, posted.errors), posted) as never), 422)
    const saved = await save(c, v, { ...given, version: posted.version, value: posted.value }, also)
    if (saved.ok) return c.redirect(given.next, 303)
    const newer = await loaded(c)
    const current = newer.decided.history.get(given.block)?.at(-1)
    const again = { ...posted, version: current?.version ?? 0 }
    return c.html(documentOf(draw(propsOf(c, newer, [], current), again) as never), 409)
  }

  return { load, loaded, propsOf, to, save, answer }
}
