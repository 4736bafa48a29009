import { type Context, Hono } from 'hono'
import { rankAdvisors } from '../../domain/requests.ts'
import { paths } from '../../paths.ts'
import { type ActorEnvironment, asPerson, asService, frameOf, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { listAdvisors } from './advisor-store.ts'
import { accept, askBack, type Decided, decline, RefusedDecision } from './decide.ts'
import { programRequestMessages } from './program-messages.ts'
import { OneRequestPage, RequestsPage } from './program-pages.tsx'
import { getRequest, listMessages, listRequests } from './store.ts'

/** Requests on one page. */
const pageSize = 50
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Managers answer requests. */
export function programRequestRoutes(deps: RoomDependencies) {
  const { db, asset, guard, now } = deps
  const one = `/program/requests/:request{${uuid}}` as const

  return new Hono<ActorEnvironment>()
    .get('/program/requests', guard.program('program.requests'), async (c) => {
      const { actor } = c.var
      const filter = c.req.query('show') === 'decided' ? 'decided' : 'open'
      const page = Math.max(1, Math.min(1000, Math.floor(Number(c.req.query('page'))) || 1))
      const given = { filter, limit: pageSize + 1, offset: (page - 1) * pageSize } as const
      const found = await asPerson(db, actor, (tx) => listRequests(tx, given))
      const props = {
        frame: frameOf(c, asset),
        standing: c.var.standing,
        timeZone: actor.timeZone,
        filter,
        page,
      } as const
      return c.html(
        documentOf(<RequestsPage {...props} requests={found.slice(0, pageSize)} more={found.length > pageSize} />),
      )
    })
    .get(one, guard.program('program.requests'), (c) => draw(c))
    .post(`${one}/accept`, guard.program('program.requests'), async (c) => {
      const form = await readForm(c.req)
      const t = programRequestMessages[c.var.language].errors
      const advisorId = textIn(form, 'advisor')
      if (!new RegExp(`^${uuid}$`).test(advisorId)) return draw(c, form, [{ field: 'advisor', message: t.advisor }])
      return decide(c, form, (tx, asked) => accept(tx, deps, { ...asked, advisorId }))
    })
    .post(`${one}/ask`, guard.program('program.requests'), async (c) => {
      const form = await readForm(c.req)
      const { language } = c.var
      const body = textIn(form, 'question').trim().slice(0, 4000)
      const message = programRequestMessages[language].errors.question
      if (body === '') return draw(c, form, [{ field: 'question', message }])
      return decide(c, form, (tx, asked) => askBack(tx, deps, { ...asked, body, language }))
    })
    .post(`${one}/decline`, guard.program('program.requests'), async (c) => {
      const form = await readForm(c.req)
      const t = programRequestMessages[c.var.language].errors
      const bodies = {
        en: textIn(form, 'text-en').trim().slice(0, 4000),
        fr: textIn(form, 'text-fr').trim().slice(0, 4000),
      }
      const errors = [
        ...(bodies.en === '' ? [{ field: 'text-en', message: t.textEn }] : []),
        ...(bodies.fr === '' ? [{ field: 'text-fr', message: t.textFr }] : []),
      ]
      if (errors.length > 0) return draw(c, form, errors)
      return decide(c, form, (tx, asked) => decline(tx, deps, { ...asked, bodies }))
    })

  async function draw(c: Context<ActorEnvironment>, form?: PostedForm, errors: FieldError[] = [], conflict = false) {
    const { actor } = c.var
    const content = await deps.findContent(deps.release)
    if (content === undefined) throw new NotFoundError()
    const { pack } = content
    const found = await asPerson(db, actor, async (tx) => {
      const request = await getRequest(tx, c.req.param('request') ?? '')
      return { request, talk: await listMessages(tx, request.id), advisors: await listAdvisors(tx) }
    })
    const wanted = { language: found.request.language, disciplines: pack.domains.map(({ id }) => id) }
    const typed = form && Object.fromEntries(Object.keys(form).map((name) => [name, textIn(form, name)]))
    return c.html(
      documentOf(
        <OneRequestPage
          frame={frameOf(c, asset)}
          standing={c.var.standing}
          timeZone={actor.timeZone}
          pack={pack}
          request={found.request}
          talk={found.talk}
          advisors={rankAdvisors(found.advisors, wanted)}
          errors={errors}
          conflict={conflict}
          {...(typed ? { typed } : {})}
        />,
      ),
      conflict ? 409 : errors.length > 0 ? 422 : 200,
    )
  }

  /**
   * A manager belongs to no community, so the service writes what a decision brings about: the community, its journey, the
   * invitation. Who decided stands in each line.
   */
  async function decide(
    c: Context<ActorEnvironment>,
    form: PostedForm,
    act: (tx: Tx, asked: { id: string; version: number; by: string; at: Date }) => Promise<Decided>,
  ) {
    const { actor, language } = c.var
    const id = c.req.param('request') ?? ''
    const asked = { id, version: Number(textIn(form, 'version')), by: actor.personId, at: now() }
    const decided = await asService(db, (tx) => act(tx, asked)).catch((error): Decided => {
      if (error instanceof RefusedDecision) return { kind: 'refused', reason: error.reason }
      throw error
    })
    if (decided.kind === 'conflict') return draw(c, form, [], true)
    if (decided.kind === 'refused') {
      const message = programRequestMessages[language].errors[decided.reason]
      return draw(c, form, [{ field: 'advisor', message }])
    }
    return c.redirect(paths.program(language, 'requests', id), 303)
  }
}
