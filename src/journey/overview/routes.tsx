import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { changeState, type Guard, stages, stagesBack } from '../../domain/stages.ts'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { learningMoved } from '../learning/index.ts'
import { getJourney } from '../record/index.ts'
import { asideMessages } from './aside-messages.ts'
import { AsidePage, type AsidePart } from './aside-pages.tsx'
import { type Asked, type Changed, moveJourney, pause, reopen, resume, takeBack, withdraw } from './change.ts'
import { loadOverview } from './load.ts'
import { OverviewPage } from './overview-page.tsx'
import { queueStageMail } from './stage-mail.ts'

type Conflict = Parameters<typeof OverviewPage>[0]['conflict']

/** The journey as a whole: its page, moving on and back, pause, withdrawal, reopening. */
export function overviewRoutes(deps: RoomDependencies) {
  const { db, asset, guard, now } = deps
  const page = (c: Context<JourneyEnvironment>) => ({
    frame: frameOf(c, asset),
    place: c.var.place,
    standing: c.var.standing,
  })

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey', guard('journey.see'), (c) => overview(c))
    .post('/journeys/:journey/move', guard('journey.move'), async (c) => {
      const form = await readForm(c.req)
      return change(c, form, 'move', async (tx, asked) => {
        const changed = await moveJourney(tx, { ...asked, from: textIn(form, 'from') })
        if (changed.kind === 'done') {
          await learningMoved(deps, tx, { ...asked, from: textIn(form, 'from'), journey: changed.journey })
          const { communityName } = c.var.place
          const { stage } = changed.journey
          await queueStageMail(tx, deps, { journeyId: asked.journeyId, community: communityName, stage, by: asked.by })
        }
        return changed
      })
    })
    .get('/journeys/:journey/back', guard('journey.go-back'), (c) => aside(c, 'back'))
    .post('/journeys/:journey/back', guard('journey.go-back'), async (c) => {
      const form = await readForm(c.req)
      const t = asideMessages[c.var.language].back
      const to = stages.find((stage) => stage === textIn(form, 'to'))
      const reason = textIn(form, 'reason').trim().slice(0, 600)
      const errors: FieldError[] = [
        ...(to === undefined ? [{ field: 'to', message: t.toMissing }] : []),
        ...(reason === '' ? [{ field: 'reason', message: t.reasonMissing }] : []),
      ]
      if (to === undefined || errors.length > 0) return aside(c, 'back', { form, errors })
      return change(c, form, 'back', (tx, asked) => takeBack(tx, { ...asked, to, reason }))
    })
    .get('/journeys/:journey/pause', guard('journey.pause'), (c) => aside(c, 'pause'))
    .post('/journeys/:journey/pause', guard('journey.pause'), async (c) => {
      const form = await readForm(c.req)
      const t = asideMessages[c.var.language].pause
      const reason = textIn(form, 'reason').trim().slice(0, 600)
      const expected = textIn(form, 'expected').trim()
      const errors: FieldError[] = [
        ...(reason === '' ? [{ field: 'reason', message: t.reasonMissing }] : []),
        ...(isDayAfter(expected, dayIn(now(), c.var.actor.timeZone))
          ? []
          : [{ field: 'expected', message: t.expectedWrong }]),
      ]
      if (errors.length > 0) return aside(c, 'pause', { form, errors })
      const expectedOn = expected === '' ? undefined : expected
      return change(c, form, 'pause', (tx, asked) => pause(tx, { ...asked, reason, expectedOn }))
    })
    .get('/journeys/:journey/resume', guard('journey.pause'), (c) => aside(c, 'resume'))
    .post('/journeys/:journey/resume', guard('journey.pause'), async (c) =>
      change(c, await readForm(c.req), 'resume', (tx, asked) => resume(tx, asked)),
    )
    .get('/journeys/:journey/withdraw', guard('journey.withdraw'), (c) => aside(c, 'withdraw'))
    .post('/journeys/:journey/withdraw', guard('journey.withdraw'), async (c) => {
      const form = await readForm(c.req)
      const { communityName } = c.var.place
      if (!isSameName(textIn(form, 'confirm'), communityName)) {
        const message = asideMessages[c.var.language].withdraw.confirmWrong(communityName)
        return aside(c, 'withdraw', { form, errors: [{ field: 'confirm', message }] })
      }
      const reason = textIn(form, 'reason').trim().slice(0, 600)
      return change(c, form, 'withdraw', (tx, asked) => withdraw(tx, { ...asked, reason }))
    })
    .get('/journeys/:journey/reopen', guard('journey.reopen'), (c) => aside(c, 'reopen'))
    .post('/journeys/:journey/reopen', guard('journey.reopen'), async (c) => {
      const words = asideMessages[c.var.language].withdrawnTime
      return change(c, await readForm(c.req), 'reopen', (tx, asked) => reopen(tx, { ...asked, words }))
    })

  async function overview(
    c: Context<JourneyEnvironment>,
    given: { status?: ContentfulStatusCode; conflict?: Conflict; held?: Guard[] } = {},
  ) {
    const { actor, place } = c.var
    const values = await asPerson(db, actor, (tx) => loadOverview(tx, place.journey.id, now()))
    const { status, ...shown } = given
    // What the address found may be older than what was just loaded.
    const { id, stage, state, alone } = values.journey
    const props = { ...page(c), place: { ...place, journey: { id, stage, state, alone } }, ...shown }
    return c.html(
      documentOf(<OverviewPage {...props} values={values} now={now()} timeZone={actor.timeZone} />),
      status ?? 200,
    )
  }

  /** The page of a rare act, or the overview where the act is not possible just now. */
  async function aside(
    c: Context<JourneyEnvironment>,
    part: AsidePart,
    given: { form: PostedForm; errors: FieldError[] } | undefined = undefined,
  ) {
    const { actor, place, language } = c.var
    const journey = await asPerson(db, actor, (tx) => getJourney(tx, place.journey.id))
    const possible = part === 'back' ? stagesBack(journey).length > 0 : changeState(journey, part) !== undefined
    if (!possible) return c.redirect(paths.journey(language, journey.id), 303)
    const typed = given && textsIn(given.form)
    return c.html(
      documentOf(
        <AsidePage
          {...page(c)}
          part={part}
          journey={journey}
          {...(given ? { errors: given.errors } : {})}
          {...(typed ? { typed } : {})}
        />,
      ),
      given ? 422 : 200,
    )
  }

  async function change(
    c: Context<JourneyEnvironment>,
    form: PostedForm,
    what: NonNullable<Conflict>,
    act: (tx: Tx, asked: Asked) => Promise<Changed>,
  ) {
    const { actor, place, language } = c.var
    const version = Number(textIn(form, 'version'))
    const asked = { journeyId: place.journey.id, version, by: actor.personId, at: now() }
    const changed = await asPerson(db, actor, (tx) => act(tx, asked))
    if (changed.kind === 'conflict') return overview(c, { status: 409, conflict: what })
    if (changed.kind === 'held') return overview(c, { status: 422, held: changed.guards })
    return c.redirect(paths.journey(language, place.journey.id), 303)
  }
}

function textsIn(form: PostedForm): Record<string, string> {
  return Object.fromEntries(Object.keys(form).map((name) => [name, textIn(form, name)]))
}

/** Whether a text is empty or a day later than another. */
function isDayAfter(text: string, day: string): boolean {
  if (text === '') return true
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) && text > day
}

/** Whether someone typed a name: capitals and spaces at the ends do not matter. */
function isSameName(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase()
  return plain(typed) === plain(name)
}
