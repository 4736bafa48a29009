import type { Context } from 'hono'
import { Hono } from 'hono'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { type ComponentAnswer, readAnswersText, releaseNamedIn } from '../../self-check/questions/index.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { recordEvent } from '../record/index.ts'
import { findCarried } from '../request/index.ts'
import { AnswerListPage, ToldPage } from './answer-list-page.tsx'
import { answerMessages } from './answer-messages.ts'
import { readOwnDomains } from './forms.ts'
import { aboutOf, askedOf, closedFor, getOwn, type Loaded, loadRound, packOf } from './load.ts'
import { queueReminders, stopMail } from './mails.ts'
import { type Hands, postQuestion, showQuestion, statesOf } from './question-handler.tsx'
import { changeRespondent, findOwn, type Respondent } from './respondent-store.ts'
import { countVoices } from './round-store.ts'
import { fillIn } from './saving.ts'
import { answerAddress } from './whose.ts'

/** Largest answers file that may be brought in, in bytes. */
const largestImport = 1_000_000

/** The part of whoever is signed in: told first, answered one component a page, handed in. */
export function answerRoutes(deps: RoomDependencies) {
  const { db, guard, now } = deps
  const hands = (c: Context<JourneyEnvironment>): Hands => ({
    whose: { kind: 'own' },
    find: (tx, round, options) => getOwn(tx, c, round, options),
  })
  const list = (c: Context<JourneyEnvironment>) =>
    answerAddress(c.var.language, c.var.place.journey.id, { kind: 'own' })

  /** Does an act on one's own part, under its lock. */
  const own = <T,>(
    c: Context<JourneyEnvironment>,
    act: (tx: Tx, given: Loaded & { respondent: Respondent; now: Date }) => Promise<T>,
  ) =>
    asPerson(db, c.var.actor, async (tx) => {
      const loaded = await loadRound(deps, tx, c.var.place)
      const respondent = await getOwn(tx, c, loaded.round, { lock: true })
      return act(tx, { ...loaded, respondent, now: now() })
    })

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/diagnostic/answer', guard('diagnostic.answer'), async (c) => {
      const filled = Number(c.req.query('filled') ?? Number.NaN)
      const { actor, place } = c.var
      const known = await asPerson(db, actor, async (tx) => {
        const { round } = await loadRound(deps, tx, place)
        const respondent = await findOwn(tx, round.id, actor)
        return respondent !== undefined && !respondent.withdrawnAt
      })
      // The overview says what to do for someone who was not invited, or took everything back.
      if (!known) return c.redirect(diagnosticAddress(c), 303)
      return c.html(await listPage(deps, c, Number.isInteger(filled) && filled >= 0 ? { filled } : {}))
    })

    .post('/journeys/:journey/diagnostic/own/told', guard('diagnostic.answer'), async (c) => {
      await own(c, async (tx, { respondent, now: at }) => {
        if (!respondent.toldAt) await changeRespondent(tx, respondent.id, { told_at: at })
      })
      return c.redirect(list(c), 303)
    })

    .post('/journeys/:journey/diagnostic/own/pair', guard('diagnostic.answer'), async (c) => {
      const { place } = c.var
      const agree = textIn(await readForm(c.req), 'agree') === 'yes'
      await own(c, async (tx, { respondent, round, now: at }) => {
        if (round.lockedAt) throw new ConflictError()
        if ((respondent.pairAgreedAt !== undefined) === agree) return
        await changeRespondent(tx, respondent.id, { pair_agreed_at: agree ? at : null })
        // Without a name: of two, who did not agree must not be told from the record (Method 4.4).
        await recordEvent(tx, {
          communityId: place.communityId,
          journeyId: place.journey.id,
          act: agree ? 'diagnostic.pair-agreed' : 'diagnostic.pair-refused',
          at,
          detail: { unnamed: 'yes' },
        })
      })
      return c.redirect(list(c), 303)
    })

    .post('/journeys/:journey/diagnostic/own/carried', guard('diagnostic.answer'), async (c) => {
      const { actor, place } = c.var
      const filled = await own(c, async (tx, { respondent, round, pack, now: at }) => {
        if (closedFor(place, round, respondent, at)) throw new ConflictError()
        const carried = await findCarried(tx, place.journey.id, actor.personId)
        if (carried === undefined) throw new NotFoundError()
        const { answers } = carried.record
        return fillIn(tx, { pack, round, respondent, answers, release: carried.release, at })
      })
      return c.redirect(`${list(c)}?filled=${filled}`, 303)
    })

    .post('/journeys/:journey/diagnostic/own/import', guard('diagnostic.answer'), async (c) => {
      const { place, language } = c.var
      const read = await readImport(deps, await readForm(c.req), now())
      if (read === undefined) {
        const errors = [{ field: 'file', message: answerMessages[language].importError }]
        return c.html(await listPage(deps, c, { errors }), 422)
      }
      const filled = await own(c, async (tx, { respondent, round, pack, now: at }) => {
        if (closedFor(place, round, respondent, at)) throw new ConflictError()
        return fillIn(tx, { pack, round, respondent, ...read, at })
      })
      return c.redirect(`${list(c)}?filled=${filled}`, 303)
    })

    .post('/journeys/:journey/diagnostic/own/submit', guard('diagnostic.answer'), async (c) => {
      const { place, language } = c.var
      const form = await readForm(c.req)
      const empty = await own(c, async (tx, loaded) => {
        const { respondent, round, pack } = loaded
        const closed = closedFor(place, round, respondent, loaded.now)
        // The same button twice: it is handed in already.
        if (closed === 'handed-in') return false
        if (closed) throw new ConflictError()
        if (respondent.answered.length === 0) return true
        await handIn(tx, c, loaded, readOwnDomains(form, pack))
        return false
      })
      if (!empty) return c.redirect(list(c), 303)
      const errors = [{ field: 'submit', message: answerMessages[language].submitNothing }]
      return c.html(await listPage(deps, c, { errors }), 422)
    })

    .post('/journeys/:journey/diagnostic/own/reopen', guard('diagnostic.answer'), async (c) => {
      const { place } = c.var
      await own(c, async (tx, loaded) => {
        const { respondent, round } = loaded
        if (!respondent.submittedAt) return
        if (closedFor(place, round, respondent, loaded.now) !== 'handed-in') throw new ConflictError()
        await takeBack(tx, c, loaded)
        const given = { respondentId: respondent.id, now: loaded.now }
        await queueReminders(deps, tx, aboutOf(loaded, place), given)
      })
      return c.redirect(list(c), 303)
    })

    .get('/journeys/:journey/diagnostic/answer/:component', guard('diagnostic.answer'), async (c) =>
      showQuestion(deps, c, hands(c)),
    )

    .post('/journeys/:journey/diagnostic/answer/:component', guard('diagnostic.answer'), async (c) =>
      postQuestion(deps, c, hands(c)),
    )
}

type OnRespondent = Loaded & { respondent: Respondent; now: Date }

/** Hands a part in, and stops its reminders. */
export async function handIn(
  tx: Tx,
  c: Context<JourneyEnvironment>,
  { respondent, now }: OnRespondent,
  ownDomains: string[],
): Promise<void> {
  const { actor, place } = c.var
  await changeRespondent(tx, respondent.id, { submitted_at: now, question: null, own_domains: ownDomains })
  await stopMail(tx, respondent.id)
  await recordEvent(tx, {
    communityId: place.communityId,
    journeyId: place.journey.id,
    ...byWhom(actor, respondent),
    act: 'diagnostic.handed-in',
    at: now,
  })
}

/** Takes a part back that was handed in. */
export async function takeBack(tx: Tx, c: Context<JourneyEnvironment>, { respondent, now }: OnRespondent) {
  const { actor, place } = c.var
  await changeRespondent(tx, respondent.id, { submitted_at: null })
  await recordEvent(tx, {
    communityId: place.communityId,
    journeyId: place.journey.id,
    ...byWhom(actor, respondent),
    act: 'diagnostic.taken-back',
    at: now,
  })
}

/**
 * The record names whoever entered for someone, and no respondent: its lines have times, and beside the times of the answers the
 * advisor could tell whose a code is (Method 4.4). Who has answered shows on the lead's list.
 */
function byWhom(actor: { personId: string }, respondent: Respondent) {
  const entered = respondent.kind === 'paper' || respondent.kind === 'phone'
  return entered ? { personId: actor.personId } : { detail: { unnamed: 'yes' } }
}

/** One person's answers from a file; nothing when it cannot be read as such. */
async function readImport(
  deps: RoomDependencies,
  form: PostedForm,
  now: Date,
): Promise<{ answers: Record<string, ComponentAnswer>; release: string } | undefined> {
  const file = [form.file].flat().find((value) => value instanceof File)
  if (!(file instanceof File) || file.size === 0 || file.size > largestImport) return undefined
  const bytes = new Uint8Array(await file.arrayBuffer())
  const named = releaseNamedIn(bytes)
  const release = named !== undefined && (await deps.findContent(named)) ? named : deps.release
  const reading = readAnswersText(await packOf(deps, release), bytes, { id: 'import', now, release })
  return reading.ok ? { answers: reading.record.answers, release: reading.record.release } : undefined
}

async function listPage(
  deps: RoomDependencies,
  c: Context<JourneyEnvironment>,
  given: { errors?: FieldError[]; filled?: number } = {},
) {
  const { actor, place, standing } = c.var
  const view = await asPerson(deps.db, actor, async (tx) => {
    const { round, pack, timeZone } = await loadRound(deps, tx, place)
    const respondent = await getOwn(tx, c, round)
    const { invited } = await countVoices(tx, round.id)
    return {
      round,
      pack,
      timeZone,
      respondent,
      asked: askedOf(pack, round, respondent),
      states: await statesOf(tx, round, respondent),
      closed: closedFor(place, round, respondent, deps.now()),
      carried: (await findCarried(tx, place.journey.id, actor.personId)) !== undefined,
      pair: invited === 2,
    }
  })
  const common = { frame: frameOf(c, deps.asset), place, standing }
  if (!view.respondent.toldAt && !view.closed) return documentOf(<ToldPage {...common} />)
  return documentOf(<AnswerListPage {...common} whose={{ kind: 'own' }} {...view} {...given} />)
}

/** Where an act of the advisor's leads back to. */
export const diagnosticAddress = (c: Context<JourneyEnvironment>, ...rest: string[]) =>
  paths.journey(c.var.language, c.var.place.journey.id, 'diagnostic', ...rest)
