import type { Context } from 'hono'
import { Hono } from 'hono'
import { mayRemind } from '../../domain/participation.ts'
import { paths } from '../../paths.ts'
import {
  asPerson,
  frameOf,
  inviteMember,
  type JourneyEnvironment,
  listMembers,
  type RoomDependencies,
} from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError } from '../../platform/errors.ts'
import { readForm, textsIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { recordEvent } from '../record/index.ts'
import { readClosing, readMailInvitation, readMembers, readParts } from './forms.ts'
import { aboutOf, change, givenTo, type Loaded, loadRound, mayRun } from './load.ts'
import { inviteToAnswer, queueReminders, remindNow, stopMail } from './mails.ts'
import { RespondentPage } from './manage-pages.tsx'
import { diagnosticMessages } from './messages.ts'
import { diagnosticPage } from './overview.tsx'
import {
  changeRespondent,
  getRespondent,
  insertRespondent,
  listAddressees,
  listNames,
  listRespondents,
  type Respondent,
} from './respondent-store.ts'
import { setClosing } from './round-store.ts'

/** Who answers, and what each is asked: the lead's part, in which no answer shows. */
export function inviteRoutes(deps: RoomDependencies) {
  const { db, guard, now } = deps
  const overview = (c: Context<JourneyEnvironment>) =>
    paths.journey(c.var.language, c.var.place.journey.id, 'diagnostic')
  const respondentAddress = (c: Context<JourneyEnvironment>, id: string) =>
    paths.journey(c.var.language, c.var.place.journey.id, 'diagnostic', 'respondents', id)

  return new Hono<JourneyEnvironment>()
    .post('/journeys/:journey/diagnostic/invite', guard('diagnostic.invite'), async (c) => {
      const { place, language } = c.var
      const form = await readForm(c.req)
      const errors = await change(deps, c, async (tx, loaded) => {
        const members = await listMembers(tx, place.communityId)
        const chosen = readMembers(form, members)
        if (chosen.length === 0) return [{ field: 'members', message: diagnosticMessages[language].inviteNobody }]
        const here = await peopleHere(tx, loaded)
        for (const personId of chosen.filter((id) => !here.has(id))) {
          const title = members.find((member) => member.personId === personId)?.title
          await addMember(tx, deps, c, loaded, { personId, role: title?.slice(0, 120) })
        }
        return []
      })
      if (errors.length > 0) return c.html(await diagnosticPage(deps, c, { errors }), 422)
      return c.redirect(`${overview(c)}?saved`, 303)
    })

    .post('/journeys/:journey/diagnostic/invite-by-mail', guard('diagnostic.invite'), async (c) => {
      const { actor, place, language } = c.var
      const t = diagnosticMessages[language]
      const read = readMailInvitation(await readForm(c.req), language, t)
      const errors = await change(deps, c, async (tx, loaded): Promise<FieldError[]> => {
        if (read.errors.length > 0) return read.errors
        const { email, role } = read.value
        const problem = (reason: keyof typeof t.inviteProblems) => [
          { field: 'email', message: t.inviteProblems[reason] },
        ]
        const names = await listNames(tx, loaded.round.id)
        if (names.some((one) => one.email === email)) return problem('already-here')
        const invited = await inviteMember(tx, deps, {
          communityId: place.communityId,
          journeyId: place.journey.id,
          email,
          role: 'contributor',
          title: role || undefined,
          language: read.value.language,
          by: actor.personId,
          at: loaded.now,
        })
        // Someone with an open invitation to the community joins the diagnostic under the same address.
        if (!invited.ok && invited.reason !== 'already-invited') return problem(invited.reason)
        await addVoice(tx, deps, c, loaded, {
          role: role || undefined,
          people: [{ email, language: read.value.language }],
          tell: false,
        })
        return []
      })
      if (errors.length === 0) return c.redirect(`${overview(c)}?saved`, 303)
      return c.html(await diagnosticPage(deps, c, { errors, invitation: read.value }), 422)
    })

    .post('/journeys/:journey/diagnostic/joint', guard('diagnostic.invite'), async (c) => {
      const { language } = c.var
      const ticked = textsIn(await readForm(c.req), 'joint')
      const errors = await change(deps, c, async (tx, loaded) => {
        const respondents = await listRespondents(tx, loaded.round.id)
        const chosen = respondents.filter(
          ({ id, kind, answered, toldAt }) =>
            ticked.includes(id) && kind === 'member' && answered.length === 0 && !toldAt,
        )
        if (chosen.length !== 2) return [{ field: 'joint', message: diagnosticMessages[language].jointChoose }]
        const names = await listNames(tx, loaded.round.id)
        const people = names.filter(({ respondentId }) => chosen.some(({ id }) => id === respondentId))
        for (const { id } of chosen) {
          await changeRespondent(tx, id, { removed_at: loaded.now })
          await stopMail(tx, id)
        }
        await addVoice(tx, deps, c, loaded, {
          kind: 'joint',
          role:
            chosen
              .flatMap(({ role }) => role ?? [])
              .join(', ')
              .slice(0, 120) || undefined,
          people: people.map(({ personId, email }) => (personId ? { personId } : { email: email ?? '' })),
          tell: true,
        })
        return []
      })
      if (errors.length > 0) return c.html(await diagnosticPage(deps, c, { errors }), 422)
      return c.redirect(`${overview(c)}?saved`, 303)
    })

    .post('/journeys/:journey/diagnostic/closes', guard('diagnostic.invite'), async (c) => {
      const { actor, place, language } = c.var
      const form = await readForm(c.req)
      const errors = await change(deps, c, async (tx, loaded) => {
        const { round, timeZone } = loaded
        const at = loaded.now
        const read = readClosing(form, { now: at, timeZone }, diagnosticMessages[language])
        if (!read.ok) return read.errors
        if (read.value.getTime() === round.closesAt.getTime()) return []
        await setClosing(tx, round.id, read.value)
        const about = aboutOf({ ...loaded, round: { ...round, closesAt: read.value } }, place)
        for (const respondent of await listRespondents(tx, round.id)) {
          if (respondent.submittedAt || respondent.withdrawnAt) continue
          await queueReminders(deps, tx, about, { respondentId: respondent.id, now: at })
        }
        await recordEvent(tx, {
          communityId: place.communityId,
          journeyId: place.journey.id,
          personId: actor.personId,
          act: 'diagnostic.close-moved',
          at,
          detail: { closesAt: read.value.toISOString() },
        })
        return []
      })
      if (errors.length > 0) return c.html(await diagnosticPage(deps, c, { errors }), 422)
      return c.redirect(`${overview(c)}?saved`, 303)
    })

    .get('/journeys/:journey/diagnostic/respondents/:respondent', guard('diagnostic.invite'), async (c) => {
      const done = c.req.query('done')
      return c.html(await respondentPage(deps, c, done === 'saved' || done === 'reminded' ? { done } : {}))
    })

    .post('/journeys/:journey/diagnostic/respondents/:respondent', guard('diagnostic.invite'), async (c) => {
      const { actor, place, language } = c.var
      const form = await readForm(c.req)
      const id = c.req.param('respondent')
      const errors = await change(deps, c, async (tx, { round, pack, now: at }) => {
        const respondent = await getRespondent(tx, round.id, id)
        const components = readParts(form, pack)
        if (components.length === 0) {
          return [{ field: 'components', message: diagnosticMessages[language].partsNone }]
        }
        const all =
          components.length === round.components.length && components.every((one) => round.components.includes(one))
        await changeRespondent(tx, respondent.id, { components: all ? null : components })
        await recordEvent(tx, {
          communityId: place.communityId,
          journeyId: place.journey.id,
          personId: actor.personId,
          act: 'diagnostic.parts-assigned',
          at,
          detail: { components: components.length },
        })
        return []
      })
      if (errors.length > 0) return c.html(await respondentPage(deps, c, { errors }), 422)
      return c.redirect(`${respondentAddress(c, id)}?done=saved`, 303)
    })

    .post('/journeys/:journey/diagnostic/respondents/:respondent/remind', guard('diagnostic.invite'), async (c) => {
      const { actor, place } = c.var
      const id = c.req.param('respondent')
      await change(deps, c, async (tx, loaded) => {
        const respondent = await getRespondent(tx, loaded.round.id, id)
        const at = loaded.now
        if (respondent.submittedAt || respondent.withdrawnAt || !mayRemind(respondent.remindedAt, at)) return
        if ((await remindNow(deps, tx, aboutOf(loaded, place), { respondentId: id, now: at })) === 0) return
        await changeRespondent(tx, id, { reminded_at: at })
        await recordEvent(tx, {
          communityId: place.communityId,
          journeyId: place.journey.id,
          personId: actor.personId,
          act: 'diagnostic.reminded',
          at,
        })
      })
      return c.redirect(`${respondentAddress(c, id)}?done=reminded`, 303)
    })

    .post('/journeys/:journey/diagnostic/respondents/:respondent/remove', guard('diagnostic.invite'), async (c) => {
      const { actor, place } = c.var
      const id = c.req.param('respondent')
      await asPerson(db, actor, async (tx) => {
        const loaded = await loadRound(deps, tx, place, { lock: true })
        if (!mayRun(place, loaded.round)) throw new ConflictError()
        const still = (await listRespondents(tx, loaded.round.id)).some((respondent) => respondent.id === id)
        // The same click twice: the first one did it.
        if (!still) return
        const at = now()
        await changeRespondent(tx, id, { removed_at: at })
        await stopMail(tx, id)
        await recordEvent(tx, {
          communityId: place.communityId,
          journeyId: place.journey.id,
          personId: actor.personId,
          act: 'diagnostic.respondent-removed',
          at,
        })
      })
      return c.redirect(`${overview(c)}?saved`, 303)
    })
}

/** Everyone who is a respondent now and has not withdrawn. */
async function peopleHere(tx: Tx, { round }: Loaded): Promise<Set<string>> {
  const respondents = await listRespondents(tx, round.id)
  const here = new Set(respondents.filter(({ withdrawnAt }) => !withdrawnAt).map(({ id }) => id))
  const names = await listNames(tx, round.id)
  return new Set(names.filter(({ respondentId }) => here.has(respondentId)).flatMap(({ personId }) => personId ?? []))
}

type Voice = {
  kind?: Respondent['kind']
  role: string | undefined
  people: { personId?: string; email?: string; language?: 'en' | 'fr' }[]
  /** They get a message that asks them to answer. */
  tell: boolean
}

async function addVoice(
  tx: Tx,
  deps: RoomDependencies,
  c: Context<JourneyEnvironment>,
  loaded: Loaded & { now: Date },
  voice: Voice,
): Promise<void> {
  const { actor, place } = c.var
  const at = loaded.now
  const { id } = await insertRespondent(tx, {
    communityId: place.communityId,
    roundId: loaded.round.id,
    kind: voice.kind ?? 'member',
    role: voice.role,
    people: voice.people,
    by: actor.personId,
    at,
  })
  await inviteToAnswer(deps, tx, aboutOf(loaded, place), { respondentId: id, tell: voice.tell, now: at })
  await recordEvent(tx, {
    communityId: place.communityId,
    journeyId: place.journey.id,
    personId: actor.personId,
    act: 'diagnostic.invited',
    at,
    detail: { kind: voice.kind ?? 'member' },
  })
}

const addMember = (
  tx: Tx,
  deps: RoomDependencies,
  c: Context<JourneyEnvironment>,
  loaded: Loaded & { now: Date },
  { personId, role }: { personId: string; role: string | undefined },
) => addVoice(tx, deps, c, loaded, { role, people: [{ personId }], tell: personId !== c.var.actor.personId })

async function respondentPage(
  deps: RoomDependencies,
  c: Context<JourneyEnvironment>,
  given: { errors?: FieldError[]; done?: 'saved' | 'reminded' } = {},
) {
  const { actor, place, standing } = c.var
  const view = await asPerson(deps.db, actor, async (tx) => {
    const { round, pack, journey } = await loadRound(deps, tx, place)
    const respondent = await getRespondent(tx, round.id, c.req.param('respondent') ?? '')
    const names = await listNames(tx, round.id)
    const own = names.filter(({ respondentId }) => respondentId === respondent.id)
    return {
      pack,
      respondent,
      name: own.map(({ name }) => name).join(', ') || respondent.code,
      given: givenTo(round, respondent),
      reachable: (await listAddressees(tx, respondent.id, journey.language)).length > 0,
    }
  })
  return documentOf(
    <RespondentPage
      frame={frameOf(c, deps.asset)}
      place={place}
      standing={standing}
      now={deps.now()}
      {...view}
      {...given}
    />,
  )
}
