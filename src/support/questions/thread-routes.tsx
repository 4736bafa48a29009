import { type Context, Hono } from 'hono'
import { may } from '../../domain/access.ts'
import { rankHelpers } from '../../domain/support-routing.ts'
import { findActionOf } from '../../journey/action-plan/index.ts'
import { getCommunityOf, recordEvent } from '../../journey/record/index.ts'
import { paths } from '../../paths.ts'
import { asPerson, asService, frameOf, type PlaceEnvironment, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { isLanguage } from '../../platform/languages.ts'
import { downloadHeaders } from '../../platform/uploads/upload.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { listHelpers } from '../desk-store.ts'
import { longest, readFiles, readFormWithFiles, written } from '../forms.ts'
import { packOf } from '../pack.ts'
import { listCommunitySessions } from '../sessions/store.ts'
import { aboutLines, disciplineOf, readAbout } from './about.ts'
import { readCopyState } from './consent-store.ts'
import { MatchPage, SupportPage } from './home-page.tsx'
import { tellAnswerer } from './mails.ts'
import { questionMessages } from './messages.ts'
import { loadPublishable } from './publish-routes.tsx'
import { sendByRule } from './send-on.ts'
import {
  getQuestion,
  listAwaitingAgreement,
  listCommunityQuestions,
  lockQuestion,
  type Question,
  updateQuestion,
} from './store.ts'
import { closeQuestion, newKey, writeInThread } from './thread-acts.ts'
import { ThreadPage } from './thread-page.tsx'
import { getThreadFile, listMessages, listRoutes } from './thread-store.ts'

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const base = `/communities/:community/support/:question{${id}}` as const

/** A community's support: its questions, each with its thread, and who fits the next one. */
export function threadRoutes(deps: RoomDependencies) {
  const { db, guard, asset, now } = deps
  const common = (c: Context<PlaceEnvironment>) => ({
    frame: frameOf(c, asset),
    place: c.var.place,
    standing: c.var.standing,
    timeZone: c.var.actor.timeZone,
  })
  /** A question of the community at the address; of another one it is not found. */
  const load = async (tx: Tx, c: Context<PlaceEnvironment>): Promise<Question> => {
    const question = await getQuestion(tx, c.req.param('question') ?? '')
    if (question.communityId !== c.var.place.communityId) throw new NotFoundError()
    return question
  }

  const page = async (
    c: Context<PlaceEnvironment>,
    given: { typed?: string; errors?: FieldError[]; notice?: string | undefined; conflict?: boolean },
  ) => {
    const { actor, place, language } = c.var
    const pack = await packOf(deps)
    const view = await asPerson(db, actor, async (tx) => {
      const { question, allowed } = await loadPublishable(tx, c)
      const action = question.actionId && (await findActionOf(tx, place.communityId, question.actionId))
      return {
        question,
        lines: aboutLines(pack, question, language, action || undefined),
        messages: await listMessages(tx, question.id),
        routes: await listRoutes(tx, question.id),
        copy: await readCopyState(tx, question.id),
        mayPublish: allowed && may('support.ask', c.var.standing),
      }
    })
    const rest = { typed: given.typed ?? '', errors: given.errors ?? [], formKey: newKey(), personId: actor.personId }
    const shown = (
      <ThreadPage {...common(c)} {...view} {...rest} notice={given.notice} conflict={given.conflict ?? false} />
    )
    return c.html(documentOf(shown), given.conflict ? 409 : rest.errors.length > 0 ? 422 : 200)
  }

  return new Hono<PlaceEnvironment>()
    .get('/communities/:community/support', guard.community('support.see'), async (c) => {
      const { actor, place, standing } = c.var
      const view = await asPerson(db, actor, async (tx) => ({
        questions: await listCommunityQuestions(tx, place.communityId),
        sessions: await listCommunitySessions(tx, place.communityId),
      }))
      const awaiting = may('support.share', standing)
        ? await asService(db, (tx) => listAwaitingAgreement(tx, place.communityId))
        : []
      const props = { ...common(c), ...view, awaiting, pack: await packOf(deps) }
      return c.html(documentOf(<SupportPage {...props} />))
    })
    .get('/communities/:community/support/match', guard.community('support.match'), async (c) => {
      const { place, language } = c.var
      const pack = await packOf(deps)
      const about = readAbout(pack, { item: c.req.query('item'), component: c.req.query('component') })
      const asked = c.req.query('discipline')
      const discipline =
        asked === undefined ? disciplineOf(pack, about) : pack.domains.find((one) => one.id === asked)?.id
      const spoken = c.req.query('language')
      const wanted = { discipline, language: isLanguage(spoken) ? spoken : language, insideOnly: false }
      const matches = rankHelpers(await asService(db, (tx) => listHelpers(tx, place.communityId)), wanted)
      const shown = { discipline: discipline ?? '', language: wanted.language, item: about.item }
      return c.html(documentOf(<MatchPage {...common(c)} pack={pack} matches={matches} wanted={shown} />))
    })
    .get(base, guard.community('support.see'), (c) => {
      const t = questionMessages[c.var.language]
      const notice =
        c.req.query('sent') !== undefined ? t.sent : c.req.query('written') !== undefined ? t.written : undefined
      return page(c, { notice })
    })
    .post(`${base}/reply`, guard.community('support.ask'), async (c) => {
      const { actor, language } = c.var
      const t = questionMessages[language]
      const { form, errors } = await readFormWithFiles(c.req, language)
      const body = written(form, 'body')
      if (body === '') errors.push({ field: 'body', message: t.needMessage })
      if (body.length > longest.text) errors.push({ field: 'body', message: t.bodyTooLong })
      const upload = await readFiles(form, { language, scan: deps.scanFile, tooMany: t.tooManyFiles })
      errors.push(...upload.errors)
      if (errors.length > 0) return page(c, { typed: body, errors })
      const question = await asPerson(db, actor, (tx) => load(tx, c))
      const writing = { body, language, formKey: textIn(form, 'key') || newKey(), files: upload.files }
      await asService(db, (tx) => writeInThread(deps, tx, { questionId: question.id, actor, side: 'ask', writing }))
      return c.redirect(`${paths.support(language, question.communityId, question.id)}?written`, 303)
    })
    .post(`${base}/close`, guard.community('support.ask'), async (c) => {
      const { actor, language } = c.var
      const form = await readForm(c.req)
      const thanks = textIn(form, 'thanks') === 'yes'
      const question = await asPerson(db, actor, async (tx) => {
        const question = await load(tx, c)
        await closeQuestion(tx, { questionId: question.id, actor, thanks, at: now() })
        return question
      })
      return c.redirect(paths.support(language, question.communityId, question.id), 303)
    })
    .get(`${base}/files/:file{${id}}`, guard.community('support.see'), async (c) => {
      const file = await asPerson(db, c.var.actor, async (tx) => {
        const question = await load(tx, c)
        return getThreadFile(tx, question.id, c.req.param('file'))
      })
      return c.body(new Uint8Array(file.content), 200, downloadHeaders(file))
    })
    .post(`${base}/share`, guard.community('support.share'), async (c) => {
      const { actor, place, language } = c.var
      const decision = textIn(await readForm(c.req), 'decide')
      const questionId = c.req.param('question')
      if (!uuid.test(questionId)) throw new NotFoundError()
      // A private question is decided on without being read, so the service looks it up.
      await asService(db, async (tx) => {
        const question = await lockQuestion(tx, questionId)
        if (question.communityId !== place.communityId) throw new NotFoundError()
        // Decided before, by a second click or by someone else.
        if (question.sharedAt !== undefined || question.answererId === undefined) return
        if (question.state === 'closed') throw new ConflictError()
        const at = now()
        const { communityId } = question
        const agreed = decision === 'agree'
        if (!agreed && decision !== 'inside') return
        await recordEvent(tx, {
          communityId,
          ...(question.journeyId === undefined ? {} : { journeyId: question.journeyId }),
          personId: actor.personId,
          act: agreed ? 'support.shared' : 'support.kept-inside',
          at,
          detail: question.private ? {} : { question: question.id },
        })
        if (agreed) {
          await updateQuestion(tx, question.id, { at, sharedAt: at, sharedBy: actor.personId })
          const communityName = (await getCommunityOf(tx, communityId)).name
          await tellAnswerer(deps, tx, { question, communityName }, { kind: 'asked', key: `${question.version}` })
          return
        }
        await updateQuestion(tx, question.id, { at, insideOnly: true, answererId: undefined, outside: false })
        await sendByRule(deps, tx, { ...question, insideOnly: true, answererId: undefined }, at)
      })
      return c.redirect(paths.support(language, place.communityId), 303)
    })
}
