import { Hono } from 'hono'
import { leastRespondents } from '../../domain/participation.ts'
import { paths } from '../../paths.ts'
import { asPerson, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import { ConflictError } from '../../platform/errors.ts'
import { readForm } from '../../platform/web/posted-form.ts'
import { readSettings } from '../../program/index.ts'
import { reasonNeeded } from '../../self-check/questions/index.ts'
import { recordEvent } from '../record/index.ts'
import { answerRoutes } from './answer-routes.tsx'
import { entryRoutes } from './entry-routes.tsx'
import { evidenceRoutes } from './evidence-routes.tsx'
import { readClosing, readOpening } from './forms.ts'
import { inviteRoutes } from './invite-routes.tsx'
import { lockRoutes } from './lock-routes.tsx'
import { inviteToAnswer } from './mails.ts'
import { diagnosticMessages } from './messages.ts'
import { diagnosticPage, mayOpen, proposalOf } from './overview.tsx'
import { insertRespondent } from './respondent-store.ts'
import { findRound, getRound, insertRound } from './round-store.ts'

/** The diagnostic by several people: opened, answered, followed, locked. */
export function diagnosticRoutes(deps: RoomDependencies) {
  const { db, guard, now } = deps
  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/diagnostic', guard('diagnostic.see'), async (c) =>
      c.html(await diagnosticPage(deps, c, { saved: c.req.query('saved') !== undefined })),
    )

    .post('/journeys/:journey/diagnostic/open', guard('diagnostic.invite'), async (c) => {
      const { actor, place, language } = c.var
      const form = await readForm(c.req)
      const t = diagnosticMessages[language]
      const outcome = await asPerson(db, actor, async (tx) => {
        if (await findRound(tx, place.journey.id, 'baseline')) return { ok: true as const }
        if (!mayOpen(place)) throw new ConflictError()
        const { proposal, journey, pack, community } = await proposalOf(deps, tx, c)
        const values = readOpening(form, pack, proposal)
        const at = now()
        const closes = readClosing(form, { now: at, timeZone: community.timeZone }, t)
        if (!closes.ok) return { ...closes, proposal: values }
        const { settings } = await readSettings(tx)
        const components = pack.components.filter(({ core }) => values.form === 'full' || core).map(({ id }) => id)
        const roundId = await insertRound(tx, {
          communityId: place.communityId,
          journeyId: place.journey.id,
          name: 'baseline',
          release: journey.release,
          form: values.form,
          variant: values.variant,
          facets: pack.facets.map(({ id }) => id),
          components,
          needsReason: reasonNeeded(pack, values.variant),
          least: leastRespondents(pack, community.profile, settings.minimumRespondents),
          openedAt: at,
          closesAt: closes.value,
          by: actor.personId,
        })
        if (roundId === undefined) return { ok: true as const }
        // Whoever opens it usually answers too; where the team is one person, nothing else is left to do.
        const own = await insertRespondent(tx, {
          communityId: place.communityId,
          roundId,
          kind: 'member',
          people: [{ personId: actor.personId }],
          by: actor.personId,
          at,
        })
        const round = await getRound(tx, roundId)
        const about = { place, round, timeZone: community.timeZone, language: journey.language }
        await inviteToAnswer(deps, tx, about, { respondentId: own.id, tell: false, now: at })
        await recordEvent(tx, {
          communityId: place.communityId,
          journeyId: place.journey.id,
          personId: actor.personId,
          act: 'diagnostic.opened',
          at,
          detail: { form: values.form, variant: values.variant, closesAt: closes.value.toISOString() },
        })
        return { ok: true as const }
      })
      if (outcome.ok) return c.redirect(paths.journey(language, place.journey.id, 'diagnostic'), 303)
      return c.html(await diagnosticPage(deps, c, outcome), 422)
    })

    .route('/', inviteRoutes(deps))
    .route('/', lockRoutes(deps))
    .route('/', entryRoutes(deps))
    .route('/', evidenceRoutes(deps))
    .route('/', answerRoutes(deps))
}
