import { type Context, Hono } from 'hono'
import { findActionOf } from '../../journey/action-plan/index.ts'
import { listJourneys, recordEvent } from '../../journey/record/index.ts'
import { paths } from '../../paths.ts'
import {
  type ActorEnvironment,
  asPerson,
  asService,
  frameOf,
  type PlaceEnvironment,
  type RoomDependencies,
} from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { NotAllowedError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { isLanguage } from '../../platform/languages.ts'
import { textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { idIn, longest, readFiles, readFormWithFiles, written } from '../forms.ts'
import { packOf } from '../pack.ts'
import { listOwnSessions } from '../sessions/store.ts'
import { aboutLines, disciplineOf, readAbout } from './about.ts'
import { AskPage, ChoosePage, type TypedQuestion } from './ask-page.tsx'
import { OwnSupportPage } from './home-page.tsx'
import { questionMessages } from './messages.ts'
import { sendByRule } from './send-on.ts'
import { type About, countAskedSince, insertQuestion, listQuestionsBy, lockQuestion, membershipsOf } from './store.ts'
import { newKey } from './thread-acts.ts'
import { insertMessage } from './thread-store.ts'

/** Questions that one person may ask in a day. */
const mostADay = 20
const day = 86_400_000

/** Asking a question, from anywhere; and what one asked. */
export function askRoutes(deps: RoomDependencies) {
  const { db, guard, asset, now } = deps

  /** What the question is about, with the action where there is one that the asker may see. */
  const about = async (
    c: Context<PlaceEnvironment>,
    given: (name: string) => string | undefined,
  ): Promise<{
    about: About
    action: { journeyId: string; title: string; component: string | undefined } | undefined
  }> => {
    const pack = await packOf(deps)
    const id = given('action')
    const action =
      id !== undefined && uuid.test(id)
        ? await asPerson(db, c.var.actor, (tx) => findActionOf(tx, c.var.place.communityId, id))
        : undefined
    const read = readAbout(pack, { item: given('item'), lesson: given('lesson'), component: given('component') })
    return { about: { ...read, component: read.component ?? action?.component, actionId: action?.id }, action }
  }

  const page = async (
    c: Context<PlaceEnvironment>,
    given: Awaited<ReturnType<typeof about>> & { id: string; typed: TypedQuestion; errors: FieldError[] },
  ) => {
    const pack = await packOf(deps)
    const props = { frame: frameOf(c, asset), place: c.var.place, standing: c.var.standing, pack }
    const lines = aboutLines(pack, given.about, c.var.language, given.action)
    return c.html(documentOf(<AskPage {...props} {...given} lines={lines} />), given.errors.length > 0 ? 422 : 200)
  }

  return new Hono<PlaceEnvironment & ActorEnvironment>()
    .get('/support', guard.program('support.own'), async (c) => {
      const { actor } = c.var
      const view = await asPerson(db, actor, async (tx) => ({
        questions: await listQuestionsBy(tx, actor.personId),
        sessions: await listOwnSessions(tx, actor.personId),
        isMember: (await membershipsOf(tx, actor.personId)).length > 0,
      }))
      return c.html(documentOf(<OwnSupportPage frame={frameOf(c, asset)} timeZone={actor.timeZone} {...view} />))
    })
    .get('/support/ask', guard.program('support.own'), async (c) => {
      const { actor, language } = c.var
      const communities = await asPerson(db, actor, (tx) => membershipsOf(tx, actor.personId))
      const query = new URL(c.req.url).search
      const [only] = communities
      if (only && communities.length === 1) {
        return c.redirect(`${paths.support(language, only.communityId, 'ask')}${query}`, 303)
      }
      return c.html(documentOf(<ChoosePage frame={frameOf(c, asset)} communities={communities} query={query} />))
    })
    .get('/communities/:community/support/ask', guard.community('support.ask'), async (c) => {
      const known = await about(c, (name) => c.req.query(name))
      const discipline = disciplineOf(await packOf(deps), known.about) ?? ''
      const typed = { subject: '', body: '', discipline, language: c.var.language, private: false }
      return page(c, { ...known, id: newKey(), typed, errors: [] })
    })
    .post('/communities/:community/support/ask', guard.community('support.ask'), async (c) => {
      const { actor, place, language } = c.var
      const t = questionMessages[language]
      const pack = await packOf(deps)
      const { form, errors } = await readFormWithFiles(c.req, language)
      const known = await about(c, (name) => textIn(form, name) || undefined)
      const typed: TypedQuestion = {
        subject: written(form, 'subject').replace(/\s+/g, ' '),
        body: written(form, 'body'),
        discipline: pack.domains.find(({ id }) => id === textIn(form, 'discipline'))?.id ?? '',
        language: isLanguage(textIn(form, 'language')) ? textIn(form, 'language') : language,
        private: textIn(form, 'private') === 'yes',
      }
      const id = idIn(form, 'id') ?? newKey()
      if (typed.subject === '') errors.push({ field: 'subject', message: t.needSubject })
      if (typed.subject.length > longest.line) errors.push({ field: 'subject', message: t.subjectTooLong })
      if (typed.body === '') errors.push({ field: 'body', message: t.needBody })
      if (typed.body.length > longest.text) errors.push({ field: 'body', message: t.bodyTooLong })
      const upload = await readFiles(form, { language, scan: deps.scanFile, tooMany: t.tooManyFiles })
      errors.push(...upload.errors)
      const at = now()
      const asked = await asPerson(db, actor, (tx) => countAskedSince(tx, actor.personId, new Date(at.getTime() - day)))
      if (asked >= mostADay) errors.push({ field: 'subject', message: t.tooManyQuestions })
      if (errors.length > 0) return page(c, { ...known, id, typed, errors })
      const [running] = await asPerson(db, actor, (tx) => listJourneys(tx, place.communityId))
      const journeyId = known.action?.journeyId ?? running?.id
      await asService(db, (tx) => ask(tx, { id, journeyId, typed, files: upload.files, about: known.about, at }))
      return c.redirect(`${paths.support(language, place.communityId, id)}?sent`, 303)

      async function ask(
        tx: Tx,
        given: {
          id: string
          journeyId: string | undefined
          typed: TypedQuestion
          files: typeof upload.files
          about: About
          at: Date
        },
      ) {
        const { communityId } = place
        const added = await insertQuestion(tx, {
          ...given.about,
          id,
          communityId,
          journeyId,
          subject: typed.subject,
          language: isLanguage(typed.language) ? typed.language : language,
          discipline: typed.discipline || undefined,
          private: typed.private,
          by: actor.personId,
          at,
        })
        const question = await lockQuestion(tx, id)
        if (!added) {
          // Sent twice by the same person it is one question; someone else's id is nobody's to use.
          if (question.askedBy !== actor.personId || question.communityId !== communityId) throw new NotAllowedError()
          return
        }
        const message = { body: typed.body, language, formKey: id, files: given.files, at }
        await insertMessage(tx, { ...message, questionId: id, communityId, by: actor.personId, answers: false })
        await recordEvent(tx, {
          communityId,
          ...(journeyId === undefined ? {} : { journeyId }),
          ...(typed.private ? {} : { personId: actor.personId }),
          act: 'support.asked',
          at,
          detail: typed.private ? { unnamed: 'yes' } : { question: id },
        })
        await sendByRule(deps, tx, question, at)
      }
    })
}
