import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { may } from '../domain/access.ts'
import { journeyMessages } from '../journey/record/index.ts'
import { paths, safeReturn } from '../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, listMembers, type RoomDependencies } from '../people/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import { uuid } from '../platform/ids.ts'
import { readForm, textIn } from '../platform/web/posted-form.ts'
import { documentOf } from '../ui/layout.tsx'
import { programMessages } from './messages.ts'
import { OpenPage } from './open-page.tsx'
import { ReassignPage, StatusPage } from './status-page.tsx'
import { findCommunityName, getContact, insertOpening, listStaff, listStatus, reassign } from './status-store.ts'
import { recordProgramEvent } from './store.ts'

const openFor = 4 * 3_600_000
/** Status and totals across advisors, reassigning, and opening a community with a reason. */
export function statusRoutes({ db, now, asset, guard, queueMail, origin }: RoomDependencies) {
  return (
    new Hono<ActorEnvironment>()
      // Whoever works for the program starts here; what they may see decides the page.
      .get('/program', guard.program('program.start'), async (c) => {
        const { standing, language } = c.var
        if (!may('program.status', standing)) {
          const page = may('pack.publish', standing) ? 'packs' : 'totals'
          return c.redirect(paths.program(language, page), 303)
        }
        const view = await asPerson(db, c.var.actor, async (tx) => ({
          journeys: await listStatus(tx),
          advisors: await listStaff(tx, 'advisor'),
        }))
        const stageNames = journeyMessages[c.var.language].stages
        return c.html(
          documentOf(
            <StatusPage
              frame={frameOf(c, asset)}
              standing={c.var.standing}
              {...view}
              stageNames={stageNames}
              now={now()}
            />,
          ),
        )
      })
      .get('/program/workload/:id', guard.program('program.assign'), async (c) => {
        const id = idOf(c.req.param('id'))
        const { community, advisors, current } = await asPerson(db, c.var.actor, async (tx) => {
          const found = await findCommunityName(tx, id)
          const journeys = await listStatus(tx)
          return {
            community: found,
            advisors: await listStaff(tx, 'advisor'),
            current: journeys.find((journey) => journey.communityId === id)?.advisors[0]?.id,
          }
        })
        if (community === undefined) throw new NotFoundError()
        const page = { frame: frameOf(c, asset), standing: c.var.standing, advisors, current }
        return c.html(documentOf(<ReassignPage {...page} community={{ id, name: community.name }} />))
      })
      .post('/program/workload/:id', guard.program('program.assign'), async (c) => {
        const { actor, language } = c.var
        const id = idOf(c.req.param('id'))
        const chosen = textIn(await readForm(c.req), 'advisor')
        const outcome = await asPerson(db, actor, async (tx) => {
          const community = await findCommunityName(tx, id)
          if (community === undefined) throw new NotFoundError()
          // Nobody advises the community they belong to (Method 4.4).
          const own = new Set((await listMembers(tx, id)).map(({ personId }) => personId))
          const advisors = (await listStaff(tx, 'advisor')).filter((one) => !own.has(one.id))
          const advisor = advisors.find((one) => one.id === chosen)
          if (advisor === undefined) return { community, advisors }
          await reassign(tx, { communityId: id, to: advisor.id, at: now(), by: actor.personId })
          await recordProgramEvent(tx, {
            act: 'community.reassigned',
            at: now(),
            personId: actor.personId,
            detail: { community: id, to: advisor.id },
          })
          const { email, language: mailLanguage } = await getContact(tx, advisor.id)
          const t = programMessages[mailLanguage]
          await queueMail(
            tx,
            {
              key: `community.reassigned:${id}:${advisor.id}:${now().toISOString()}`,
              kind: 'stage-change',
              to: { address: email, name: advisor.name, personId: advisor.id },
              language: mailLanguage,
              subject: t.reassignMail(community.name),
              paragraphs: [t.reassignMailText(community.name)],
              link: { label: community.name, href: `${origin}${paths.community(mailLanguage, id)}` },
              communityId: id,
            },
            now(),
          )
          return 'done' as const
        })
        if (outcome === 'done') return c.redirect(paths.program(language), 303)
        const t = programMessages[language]
        const page = {
          frame: frameOf(c, asset),
          standing: c.var.standing,
          advisors: outcome.advisors,
          current: undefined,
        }
        return c.html(
          documentOf(<ReassignPage {...page} community={{ id, name: outcome.community.name }} error={t.noneChosen} />),
          422,
        )
      })
      .get('/program/open/:id', guard.program('program.open'), async (c) => {
        const id = idOf(c.req.param('id'))
        const community = await asPerson(db, c.var.actor, (tx) => findCommunityName(tx, id))
        if (community === undefined) throw new NotFoundError()
        const to = safeReturn(c.req.query('to'), paths.community(c.var.language, id))
        const page = { frame: frameOf(c, asset), standing: c.var.standing, name: community.name, to, reason: '' }
        return c.html(documentOf(<OpenPage {...page} missing={false} />))
      })
      .post('/program/open/:id', guard.program('program.open'), async (c) => {
        const { actor, language } = c.var
        const id = idOf(c.req.param('id'))
        const form = await readForm(c.req)
        const to = safeReturn(textIn(form, 'to'), paths.community(language, id))
        const reason = textIn(form, 'reason').trim().slice(0, 1000)
        const community = await asPerson(db, actor, (tx) => findCommunityName(tx, id))
        if (community === undefined) throw new NotFoundError()
        if (reason.length < 10) {
          const page = { frame: frameOf(c, asset), standing: c.var.standing, name: community.name, to, reason }
          return c.html(documentOf(<OpenPage {...page} missing />), 422)
        }
        const at = now()
        await asPerson(db, actor, async (tx) => {
          const until = new Date(at.getTime() + openFor)
          const by = { personId: actor.personId, name: actor.name }
          await insertOpening(tx, { id: randomUUID(), communityId: id, ...by, reason, at, until })
          await recordProgramEvent(tx, {
            act: 'community.opened',
            at,
            personId: actor.personId,
            detail: { community: id },
          })
        })
        return c.redirect(to, 303)
      })
  )
}

function idOf(id: string): string {
  if (!uuid.test(id)) throw new NotFoundError()
  return id
}
