import { type Context, Hono } from 'hono'
import { may } from '../../domain/access.ts'
import { getCommunityOf } from '../../journey/record/index.ts'
import { paths } from '../../paths.ts'
import {
  type ActorEnvironment,
  asPerson,
  asService,
  frameOf,
  insertRead,
  type RoomDependencies,
} from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { downloadHeaders } from '../../platform/uploads/upload.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { isAdvisorOf, listQueue, readTimes } from '../desk-store.ts'
import { longest, readFiles, readFormWithFiles, written } from '../forms.ts'
import { packOf } from '../pack.ts'
import { aboutLines } from './about.ts'
import { ChooseHelperPage, DeskQuestionsPage, DeskThreadPage } from './desk-pages.tsx'
import { questionMessages } from './messages.ts'
import { rankFor, sendToChosen } from './send-on.ts'
import { communityNames, getQuestion, listQuestionsFor, lockQuestion, type Question } from './store.ts'
import { newKey, writeInThread } from './thread-acts.ts'
import { getThreadFile, listMessages, listRoutes } from './thread-store.ts'

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const base = `/desk/support/:question{${id}}` as const

/** What advisors and experts answer, and what management sees of it: how long it takes. */
export function deskQuestionRoutes(deps: RoomDependencies) {
  const { db, guard, asset, now } = deps
  const common = (c: Context<ActorEnvironment>) => ({
    frame: frameOf(c, asset),
    standing: c.var.standing,
    timeZone: c.var.actor.timeZone,
  })
  const answers = (c: Context<ActorEnvironment>) => may('session.hold', c.var.standing)

  /** A question that this person answers: sent to them, or of a community they advise. Members go to their community's page. */
  const load = async (tx: Tx, c: Context<ActorEnvironment>) => {
    if (!answers(c)) throw new NotFoundError()
    const question = await getQuestion(tx, c.req.param('question') ?? '')
    const isTheirs = question.answererId === c.var.actor.personId && question.sharedAt !== undefined
    const advises = await isAdvisorOf(tx, c.var.actor.personId, question.communityId)
    if (!isTheirs && !advises) throw new NotFoundError()
    return { question, isTheirs, advises }
  }
  /** The community sees who read what; someone from outside may not write into its log, so the service does. */
  const logRead = (c: Context<ActorEnvironment>, question: Question, role: 'advisor' | 'expert') =>
    asService(db, (tx) =>
      insertRead(tx, {
        communityId: question.communityId,
        personId: c.var.actor.personId,
        role,
        act: 'support.answer',
        path: c.req.path,
        at: now(),
      }),
    )

  const thread = async (
    c: Context<ActorEnvironment>,
    given: { typed?: string; errors?: FieldError[]; notice?: string | undefined; conflict?: boolean },
  ) => {
    const { actor, language } = c.var
    const pack = await packOf(deps)
    const view = await asPerson(db, actor, async (tx) => {
      const { question, isTheirs, advises } = await load(tx, c)
      const messages = await listMessages(tx, question.id)
      return { question, isTheirs, names: advises, messages, routes: await listRoutes(tx, question.id) }
    })
    const { question } = view
    await logRead(c, question, view.names ? 'advisor' : 'expert')
    const communityName = await asService(db, async (tx) => (await getCommunityOf(tx, question.communityId)).name)
    const lines = aboutLines(pack, question, language, undefined)
    const rest = { typed: given.typed ?? '', errors: given.errors ?? [], formKey: newKey(), personId: actor.personId }
    const more = { communityName, lines, notice: given.notice, conflict: given.conflict ?? false }
    const status = given.conflict ? 409 : rest.errors.length > 0 ? 422 : 200
    return c.html(documentOf(<DeskThreadPage {...common(c)} {...view} {...rest} {...more} />), status)
  }

  const choose = async (
    c: Context<ActorEnvironment>,
    as: 'pass' | 'choose',
    given: { typed?: { to: string; reason: string }; errors?: FieldError[] },
  ) => {
    const { question } = as === 'pass' ? await asPerson(db, c.var.actor, (tx) => load(tx, c)) : { question: undefined }
    const view = await asService(db, async (tx) => {
      const known = question ?? (await getQuestion(tx, c.req.param('question') ?? ''))
      const { name: communityName } = await getCommunityOf(tx, known.communityId)
      return { question: known, communityName, matches: await rankFor(tx, known) }
    })
    const typed = given.typed ?? { to: '', reason: '' }
    const props = { ...common(c), ...view, as, typed, errors: given.errors ?? [] }
    return c.html(documentOf(<ChooseHelperPage {...props} />), props.errors.length > 0 ? 422 : 200)
  }

  return new Hono<ActorEnvironment>()
    .get('/desk/support', guard.program('support.answer'), async (c) => {
      const { actor, standing, language } = c.var
      const t = questionMessages[language]
      const asked = answers(c) ? await asPerson(db, actor, (tx) => listQuestionsFor(tx, actor.personId)) : undefined
      const manages = may('support.route', standing)
      const { names, queue } = await asService(db, async (tx) => ({
        names: await communityNames(tx, asked?.map(({ communityId }) => communityId) ?? []),
        queue: manages ? { lines: await listQueue(tx), times: await readTimes(tx, now()) } : undefined,
      }))
      const mine = asked?.map((one) => ({ ...one, communityName: names.get(one.communityId) ?? '' }))
      const said = { passed: t.passed, routed: t.routed }
      const notice = Object.entries(said).find(([name]) => c.req.query(name) !== undefined)?.[1]
      const props = {
        ...common(c),
        mine,
        queue,
        notice,
        personId: actor.personId,
        now: now(),
        pack: await packOf(deps),
      }
      return c.html(documentOf(<DeskQuestionsPage {...props} />))
    })
    .get(base, guard.program('support.answer'), (c) => {
      const notice = c.req.query('written') !== undefined ? questionMessages[c.var.language].written : undefined
      return thread(c, { notice })
    })
    .get(`${base}/files/:file{${id}}`, guard.program('support.answer'), async (c) => {
      const { file, question, advises } = await asPerson(db, c.var.actor, async (tx) => {
        const { question, advises } = await load(tx, c)
        return { question, advises, file: await getThreadFile(tx, question.id, c.req.param('file')) }
      })
      await logRead(c, question, advises ? 'advisor' : 'expert')
      return c.body(new Uint8Array(file.content), 200, downloadHeaders(file))
    })
    .post(`${base}/reply`, guard.program('support.answer'), async (c) => {
      const { actor, language } = c.var
      const t = questionMessages[language]
      const { form, errors } = await readFormWithFiles(c.req, language)
      const body = written(form, 'body')
      const { question, advises } = await asPerson(db, actor, (tx) => load(tx, c))
      if (body === '') errors.push({ field: 'body', message: t.needMessage })
      if (body.length > longest.text) errors.push({ field: 'body', message: t.bodyTooLong })
      const upload = await readFiles(form, { language, scan: deps.scanFile, tooMany: t.tooManyFiles })
      errors.push(...upload.errors)
      if (errors.length > 0) return thread(c, { typed: body, errors })
      const writing = { body, language, formKey: textIn(form, 'key') || newKey(), files: upload.files }
      try {
        await asService(db, (tx) =>
          writeInThread(deps, tx, { questionId: question.id, actor, side: 'answer', writing, mayAnswer: advises }),
        )
      } catch (error) {
        // Closed while it was written: what was typed is not lost.
        if (error instanceof ConflictError) return thread(c, { typed: body, conflict: true })
        throw error
      }
      return c.redirect(`${paths.desk(language, 'support', question.id)}?written`, 303)
    })
    .get(`${base}/pass`, guard.program('support.answer'), (c) => choose(c, 'pass', {}))
    .post(`${base}/pass`, guard.program('support.answer'), async (c) => {
      const { actor, language } = c.var
      const t = questionMessages[language]
      const form = await readForm(c.req)
      const typed = { to: textIn(form, 'to'), reason: written(form, 'reason').slice(0, longest.reason) }
      const { question, isTheirs } = await asPerson(db, actor, (tx) => load(tx, c))
      if (!isTheirs) throw new NotFoundError()
      const errors: FieldError[] = []
      if (typed.to === '') errors.push({ field: 'to', message: t.passNeedPerson })
      if (typed.reason === '') errors.push({ field: 'reason', message: t.passNeedReason })
      if (errors.length > 0) return choose(c, 'pass', { typed, errors })
      await asService(db, async (tx) => {
        const locked = await lockQuestion(tx, question.id)
        if (locked.answererId !== actor.personId || locked.state === 'closed') throw new ConflictError()
        await sendToChosen(deps, tx, { question: locked, ...typed, by: actor.personId, at: now() })
      })
      return c.redirect(`${paths.desk(language, 'support')}?passed`, 303)
    })
    .get(`${base}/choose`, guard.program('support.route'), (c) => choose(c, 'choose', {}))
    .post(`${base}/choose`, guard.program('support.route'), async (c) => {
      const { actor, language } = c.var
      const to = textIn(await readForm(c.req), 'to')
      if (to === '') {
        const errors = [{ field: 'to', message: questionMessages[language].passNeedPerson }]
        return choose(c, 'choose', { errors })
      }
      await asService(db, async (tx) => {
        const question = await lockQuestion(tx, c.req.param('question'))
        if (question.state === 'closed') throw new ConflictError()
        // Sent twice, it is with them already.
        if (question.answererId === to) return
        await sendToChosen(deps, tx, { question, to, by: actor.personId, reason: '', at: now() })
      })
      return c.redirect(`${paths.desk(language, 'support')}?routed`, 303)
    })
}
