import { type Context, Hono } from 'hono'
import { mayPublish } from '../../domain/support-thread.ts'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, type PlaceEnvironment, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError, NotAllowedError, NotFoundError } from '../../platform/errors.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { longest, written } from '../forms.ts'
import { agreeToPublish, cutOff, readCopyState, takeBack } from './consent-store.ts'
import { questionMessages } from './messages.ts'
import { ConfirmPage, PublishPage } from './publish-pages.tsx'
import { hasStandardTerms } from './send-on.ts'
import { getQuestion, type Question } from './store.ts'
import { newToken, recordOf } from './thread-acts.ts'
import { listMessages } from './thread-store.ts'

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const base = `/communities/:community/support/:question{${id}}` as const

/** A question of the community at the address, which this person may publish. */
export async function loadPublishable(
  tx: Tx,
  c: Context<PlaceEnvironment>,
): Promise<{ question: Question; allowed: boolean }> {
  const { actor, place, standing } = c.var
  const question = await getQuestion(tx, c.req.param('question') ?? '')
  if (question.communityId !== place.communityId) throw new NotFoundError()
  const leads = standing.community.some((role) => role === 'lead' || role === 'steward')
  const standard = await hasStandardTerms(tx, place.communityId)
  return { question, allowed: mayPublish(question, { personId: actor.personId, leads }, standard) }
}

/** Agreeing to publish an answer, taking it back, and forgetting the way to it. */
export function publishRoutes(deps: RoomDependencies) {
  const { db, guard, asset, now } = deps
  const common = (c: Context<PlaceEnvironment>) => ({
    frame: frameOf(c, asset),
    place: c.var.place,
    standing: c.var.standing,
  })
  const load = async (tx: Tx, c: Context<PlaceEnvironment>) => {
    const { question, allowed } = await loadPublishable(tx, c)
    if (!allowed) throw new NotAllowedError()
    return question
  }
  const back = (c: Context<PlaceEnvironment>, question: Question) =>
    c.redirect(paths.support(c.var.language, question.communityId, question.id), 303)

  const confirm = (act: 'take-back' | 'cut') => async (c: Context<PlaceEnvironment>) => {
    const question = await asPerson(db, c.var.actor, (tx) => load(tx, c))
    return c.html(documentOf(<ConfirmPage {...common(c)} question={question} act={act} />))
  }

  return new Hono<PlaceEnvironment>()
    .get(`${base}/publish`, guard.community('support.ask'), async (c) => {
      const { actor } = c.var
      const { question, messages } = await asPerson(db, actor, async (tx) => {
        const question = await load(tx, c)
        if (question.firstAnsweredAt === undefined) throw new NotFoundError()
        return { question, messages: await listMessages(tx, question.id) }
      })
      const texts = (answers: boolean) =>
        messages
          .filter((one) => one.answers === answers)
          .map(({ body }) => body)
          .join('\n\n')
      const typed = { question: `${question.subject}\n\n${texts(false)}`, answer: texts(true), agreed: false }
      return c.html(documentOf(<PublishPage {...common(c)} question={question} typed={typed} errors={[]} />))
    })
    .post(`${base}/publish`, guard.community('support.ask'), async (c) => {
      const { actor, language } = c.var
      const t = questionMessages[language]
      const form = await readForm(c.req)
      const typed = {
        question: written(form, 'question'),
        answer: written(form, 'answer'),
        agreed: textIn(form, 'agree') === 'yes',
      }
      const errors: FieldError[] = []
      for (const field of ['question', 'answer'] as const) {
        if (typed[field] === '') errors.push({ field, message: t.needMessage })
        if (typed[field].length > longest.text) errors.push({ field, message: t.bodyTooLong })
      }
      if (!typed.agreed) errors.push({ field: 'agree', message: t.publishNeedAgree })
      const question = await asPerson(db, actor, async (tx) => {
        const question = await load(tx, c)
        if (question.firstAnsweredAt === undefined) throw new NotFoundError()
        const copy = await readCopyState(tx, question.id)
        if (errors.length > 0 || copy === 'draft' || copy === 'published') return question
        if (copy === 'cut') throw new ConflictError()
        const at = now()
        const { item, component, language: asked } = question
        const given = { ...typed, questionId: question.id, communityId: question.communityId, by: actor.personId, at }
        await agreeToPublish(tx, { ...given, item, component, language: asked, token: newToken() })
        const act = 'support.publishing-agreed'
        await recordOf(tx, question, { act, at, personId: actor.personId, fromCommunity: true })
        return question
      })
      if (errors.length > 0) {
        return c.html(documentOf(<PublishPage {...common(c)} question={question} typed={typed} errors={errors} />), 422)
      }
      return back(c, question)
    })
    .get(`${base}/take-back`, guard.community('support.ask'), confirm('take-back'))
    .post(`${base}/take-back`, guard.community('support.ask'), async (c) => {
      const { actor } = c.var
      const question = await asPerson(db, actor, async (tx) => {
        const question = await load(tx, c)
        await takeBack(tx, question.id)
        const act = 'support.publishing-taken-back'
        await recordOf(tx, question, { act, at: now(), personId: actor.personId, fromCommunity: true })
        return question
      })
      return back(c, question)
    })
    .get(`${base}/cut`, guard.community('support.ask'), confirm('cut'))
    .post(`${base}/cut`, guard.community('support.ask'), async (c) => {
      const question = await asPerson(db, c.var.actor, async (tx) => {
        const question = await load(tx, c)
        // Before it is public there is nothing to forget: taking it back is what is meant then.
        if ((await readCopyState(tx, question.id)) === 'published') await cutOff(tx, question.id)
        return question
      })
      return back(c, question)
    })
}
