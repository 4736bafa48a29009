import type { Context } from 'hono'
import { Hono } from 'hono'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { recordEvent } from '../record/index.ts'
import { EnterPage, ResponsesPage } from './advisor-pages.tsx'
import { AnswerListPage } from './answer-list-page.tsx'
import { answerMessages } from './answer-messages.ts'
import { diagnosticAddress, handIn, takeBack } from './answer-routes.tsx'
import { type Entry, readEntry, readOwnDomains, readReason } from './forms.ts'
import { aboutOf, askedOf, change, closedFor, type Loaded, loadRound, mayRun } from './load.ts'
import { tellReturned } from './mails.ts'
import { diagnosticMessages } from './messages.ts'
import { type Hands, postQuestion, showQuestion, statesOf } from './question-handler.tsx'
import {
  changeRespondent,
  getRespondent,
  insertRespondent,
  listNames,
  listRespondents,
  type Respondent,
} from './respondent-store.ts'
import { responsesOf } from './results-store.ts'
import type { Round } from './round-store.ts'

/** What an advisor does: reads answers by code, returns a part with a question, enters what comes on paper or by phone. */
export function entryRoutes(deps: RoomDependencies) {
  const { db, guard, now } = deps
  const find = async (tx: Tx, c: Context<JourneyEnvironment>, round: Round): Promise<Respondent> => {
    const respondent = await getRespondent(tx, round.id, c.req.param('respondent') ?? '')
    if (respondent.withdrawnAt) throw new NotFoundError()
    return respondent
  }
  const hands = (c: Context<JourneyEnvironment>): Hands => ({
    whose: { kind: 'entry', respondentId: c.req.param('respondent') ?? '' },
    find: (tx, round) => find(tx, c, round),
  })
  const onEntry = <T,>(
    c: Context<JourneyEnvironment>,
    act: (tx: Tx, given: Loaded & { respondent: Respondent; now: Date }) => Promise<T>,
  ) =>
    asPerson(db, c.var.actor, async (tx) => {
      const loaded = await loadRound(deps, tx, c.var.place)
      return act(tx, { ...loaded, respondent: await find(tx, c, loaded.round), now: now() })
    })

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/diagnostic/responses', guard('diagnostic.read-answers'), async (c) =>
      c.html(await responsesPage(deps, c, { returned: c.req.query('returned') !== undefined })),
    )

    .post('/journeys/:journey/diagnostic/responses/:respondent/return', guard('diagnostic.return'), async (c) => {
      const { actor, place, language } = c.var
      const form = await readForm(c.req)
      const t = answerMessages[language]
      const outcome = await change(deps, c, async (tx, loaded) => {
        const respondent = await find(tx, c, loaded.round)
        const field = `question-${respondent.code}`
        const read = readReason(form, field, t.returnError)
        if (!read.ok) {
          return { errors: read.errors, values: { respondentId: respondent.id, question: textIn(form, field) } }
        }
        if (!respondent.submittedAt) return { tell: undefined }
        const at = loaded.now
        await changeRespondent(tx, respondent.id, { submitted_at: null, returned_at: at, question: read.value })
        await recordEvent(tx, {
          communityId: place.communityId,
          journeyId: place.journey.id,
          personId: actor.personId,
          act: 'diagnostic.returned',
          at,
          detail: { code: respondent.code },
        })
        return { tell: { respondent, about: aboutOf(loaded, place), now: at } }
      })
      if ('errors' in outcome) return c.html(await responsesPage(deps, c, outcome), 422)
      if (outcome.tell) await tellReturned(deps, outcome.tell.about, outcome.tell)
      return c.redirect(`${diagnosticAddress(c, 'responses')}?returned`, 303)
    })

    .get('/journeys/:journey/diagnostic/enter', guard('diagnostic.enter-for'), async (c) =>
      c.html(await enterPage(deps, c)),
    )

    .post('/journeys/:journey/diagnostic/enter', guard('diagnostic.enter-for'), async (c) => {
      const { actor, place, language } = c.var
      const read = readEntry(await readForm(c.req), answerMessages[language], diagnosticMessages[language])
      const { kind, role, name } = read.values
      if (read.errors.length > 0 || kind === undefined) return c.html(await enterPage(deps, c, read), 422)
      const id = await change(deps, c, async (tx, { round, now: at }) => {
        const added = await insertRespondent(tx, {
          communityId: place.communityId,
          roundId: round.id,
          kind,
          role,
          people: name ? [{ name }] : [],
          by: actor.personId,
          at,
        })
        await recordEvent(tx, {
          communityId: place.communityId,
          journeyId: place.journey.id,
          personId: actor.personId,
          act: 'diagnostic.invited',
          at,
          detail: { kind, code: added.code },
        })
        return added.id
      })
      return c.redirect(diagnosticAddress(c, 'enter', id), 303)
    })

    .get('/journeys/:journey/diagnostic/enter/:respondent', guard('diagnostic.enter-for'), async (c) =>
      c.html(await entryList(deps, c, hands(c))),
    )

    .post('/journeys/:journey/diagnostic/enter/:respondent/submit', guard('diagnostic.enter-for'), async (c) => {
      const { place, language } = c.var
      const form = await readForm(c.req)
      const empty = await onEntry(c, async (tx, loaded) => {
        const closed = closedFor(place, loaded.round, loaded.respondent, loaded.now)
        if (closed === 'handed-in') return false
        if (closed) throw new ConflictError()
        if (loaded.respondent.answered.length === 0) return true
        await handIn(tx, c, loaded, readOwnDomains(form, loaded.pack))
        return false
      })
      if (!empty) return c.redirect(diagnosticAddress(c, 'enter'), 303)
      const errors = [{ field: 'submit', message: answerMessages[language].submitNothing }]
      return c.html(await entryList(deps, c, hands(c), { errors }), 422)
    })

    .post('/journeys/:journey/diagnostic/enter/:respondent/reopen', guard('diagnostic.enter-for'), async (c) => {
      const { place } = c.var
      await onEntry(c, async (tx, loaded) => {
        const { respondent, round } = loaded
        if (!respondent.submittedAt) return
        if (closedFor(place, round, respondent, loaded.now) !== 'handed-in') throw new ConflictError()
        await takeBack(tx, c, loaded)
      })
      return c.redirect(diagnosticAddress(c, 'enter', c.req.param('respondent')), 303)
    })

    .get(
      '/journeys/:journey/diagnostic/enter/:respondent/answer/:component',
      guard('diagnostic.enter-for'),
      async (c) => showQuestion(deps, c, hands(c)),
    )

    .post(
      '/journeys/:journey/diagnostic/enter/:respondent/answer/:component',
      guard('diagnostic.enter-for'),
      async (c) => postQuestion(deps, c, hands(c)),
    )
}

async function responsesPage(
  deps: RoomDependencies,
  c: Context<JourneyEnvironment>,
  given: {
    errors?: FieldError[]
    values?: { respondentId: string; question: string }
    returned?: boolean
  } = {},
) {
  const { actor, place, standing } = c.var
  const view = await asPerson(deps.db, actor, async (tx) => {
    const { round, pack } = await loadRound(deps, tx, place)
    const domain = pack.domains.find(({ id }) => id === c.req.query('domain')) ?? pack.domains[0]
    if (domain === undefined) throw new NotFoundError()
    return { pack, domain, responses: await responsesOf(tx, round.id), open: mayRun(place, round) }
  })
  return documentOf(
    <ResponsesPage
      frame={frameOf(c, deps.asset)}
      place={place}
      standing={standing}
      {...view}
      {...given}
      returned={given.returned ?? false}
    />,
  )
}

async function enterPage(
  deps: RoomDependencies,
  c: Context<JourneyEnvironment>,
  given: { errors?: FieldError[]; values?: Partial<Entry> } = {},
) {
  const { actor, place, standing } = c.var
  const view = await asPerson(deps.db, actor, async (tx) => {
    const { round } = await loadRound(deps, tx, place)
    const names = await listNames(tx, round.id)
    const respondents = await listRespondents(tx, round.id)
    return {
      open: mayRun(place, round),
      people: respondents
        .filter(({ submittedAt, withdrawnAt }) => !submittedAt && !withdrawnAt)
        .map(({ id, code, role, kind }) => ({
          id,
          code,
          role,
          kind,
          name: names.find(({ respondentId }) => respondentId === id)?.name,
        })),
    }
  })
  return documentOf(<EnterPage frame={frameOf(c, deps.asset)} place={place} standing={standing} {...view} {...given} />)
}

async function entryList(
  deps: RoomDependencies,
  c: Context<JourneyEnvironment>,
  hands: Hands,
  given: { errors?: FieldError[] } = {},
) {
  const { actor, place, standing } = c.var
  const view = await asPerson(deps.db, actor, async (tx) => {
    const { round, pack, timeZone } = await loadRound(deps, tx, place)
    const respondent = await hands.find(tx, round, {})
    return {
      round,
      pack,
      timeZone,
      respondent,
      asked: askedOf(pack, round, respondent),
      states: await statesOf(tx, round, respondent),
      closed: closedFor(place, round, respondent, deps.now()),
    }
  })
  return documentOf(
    <AnswerListPage
      frame={frameOf(c, deps.asset)}
      place={place}
      standing={standing}
      whose={hands.whose}
      carried={false}
      pair={false}
      {...view}
      {...given}
    />,
  )
}
