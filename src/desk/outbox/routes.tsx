import { type Context, Hono } from 'hono'
import { paths } from '../../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import type { WakeMail } from '../../platform/jobs/start-jobs.ts'
import { mailStatuses } from '../../platform/mail/mail.ts'
import { recordProgramEvent } from '../../program/index.ts'
import { documentOf } from '../../ui/layout.tsx'
import { OutboxMailPage, OutboxPage } from './pages.tsx'
import {
  countOutbox,
  decideMail,
  findOutboxMail,
  insertShowing,
  listOutbox,
  listReaders,
  mayCancel,
  mayResend,
  releaseHeld,
} from './store.ts'

const pageSize = 50
/** Held messages that one press of the button puts back into the queue. */
const releasedAtOnce = 500
/** The outbox: where every message stands, for who runs the installation. */
export function outboxRoutes(deps: RoomDependencies & { wakeMail: WakeMail }) {
  const { db, now, asset, guard } = deps
  const administrator = guard.program('program.outbox')

  return new Hono<ActorEnvironment>()
    .get('/program/outbox', administrator, async (c) => {
      const status = mailStatuses.find((one) => one === c.req.query('status'))
      const page = Math.min(Math.max(Number.parseInt(c.req.query('page') ?? '1', 10) || 1, 1), 2000)
      const { lines, counts } = await asPerson(db, c.var.actor, async (tx) => ({
        lines: await listOutbox(tx, { status, limit: pageSize + 1, offset: (page - 1) * pageSize }),
        counts: await countOutbox(tx),
      }))
      const released = c.req.query('released')
      const view = {
        ...base(c),
        lines: lines.slice(0, pageSize),
        counts,
        status,
        page,
        more: lines.length > pageSize,
        released: released === undefined ? undefined : Number.parseInt(released, 10) || 0,
      }
      return c.html(documentOf(<OutboxPage {...view} />))
    })
    .post('/program/outbox/release', administrator, async (c) => {
      const released = await asPerson(db, c.var.actor, async (tx) => {
        const messages = await releaseHeld(tx, now(), releasedAtOnce)
        for (const message of messages) await deps.wakeMail(tx, message)
        await note(tx, c, 'mail.released', { messages: messages.length })
        return messages.length
      })
      return c.redirect(`${paths.program(c.var.language, 'outbox')}?released=${released}`, 303)
    })
    .get('/program/outbox/:message', administrator, async (c) => {
      const done = c.req.query('done')
      const view = await asPerson(db, c.var.actor, (tx) => load(tx, c.req.param('message')))
      return c.html(
        documentOf(
          <OutboxMailPage
            {...base(c)}
            {...view}
            shown={false}
            done={done === 'resent' || done === 'cancelled' ? done : undefined}
          />,
        ),
      )
    })
    .post('/program/outbox/:message/show', administrator, async (c) => {
      const view = await asPerson(db, c.var.actor, async (tx) => {
        const { mail } = await load(tx, c.req.param('message'))
        await insertShowing(tx, { mail, by: c.var.actor.personId, at: now() })
        await note(tx, c, 'mail.shown', { message: mail.id, kind: mail.kind })
        return load(tx, mail.id)
      })
      return c.html(documentOf(<OutboxMailPage {...base(c)} {...view} shown done={undefined} />))
    })
    .post('/program/outbox/:message/resend', administrator, (c) => decide(c, 'queued'))
    .post('/program/outbox/:message/cancel', administrator, (c) => decide(c, 'cancelled'))

  async function decide(c: Context<ActorEnvironment, '/:message'>, status: 'queued' | 'cancelled') {
    const id = c.req.param('message')
    const time = now()
    await asPerson(db, c.var.actor, async (tx) => {
      const { mail } = await load(tx, id)
      if (!(await decideMail(tx, mail.id, status, time))) throw new ConflictError()
      if (status === 'queued') await deps.wakeMail(tx, { id: mail.id, notBefore: time })
      await note(tx, c, status === 'queued' ? 'mail.resent' : 'mail.cancelled', { message: mail.id, kind: mail.kind })
    })
    const done = status === 'queued' ? 'resent' : 'cancelled'
    return c.redirect(`${paths.program(c.var.language, 'outbox', id)}?done=${done}`, 303)
  }

  async function load(tx: Tx, id: string) {
    const mail = uuid.test(id) ? await findOutboxMail(tx, id) : undefined
    if (mail === undefined) throw new NotFoundError()
    const gone = mail.secret && mail.paragraphs.length === 0
    return {
      mail,
      readers: await listReaders(tx, mail.id),
      mayResend: mayResend.includes(mail.status) && !gone,
      mayCancel: mayCancel.includes(mail.status),
    }
  }

  async function note(tx: Tx, c: Context<ActorEnvironment>, act: string, detail: Record<string, unknown>) {
    await recordProgramEvent(tx, { personId: c.var.actor.personId, act, at: now(), detail })
  }

  function base(c: Context<ActorEnvironment>) {
    return { frame: frameOf(c, asset), standing: c.var.standing, timeZone: c.var.actor.timeZone }
  }
}
