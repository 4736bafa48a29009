import { type Context, Hono } from 'hono'
import {
  answerExpertQuestion,
  getExpertQuestion,
  listQuestionsForExpert,
  tellOfAnswer,
} from '../../journey/action-plan/index.ts'
import { getCommunityOf, recordEvent } from '../../journey/record/index.ts'
import { paths } from '../../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, type RoomDependencies } from '../../people/index.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import { QuestionsPage } from './page.tsx'

const longest = 20_000

/** What experts were asked, and their answers. */
export function questionsRoutes(deps: RoomDependencies) {
  const { db, now, asset, guard } = deps
  const draw = async (
    c: Context<ActorEnvironment>,
    unsent?: { id: string; answer: string; problem: 'empty' | 'gone' },
    status: 200 | 409 | 422 = 200,
  ) => {
    const { actor, standing } = c.var
    const questions = await asPerson(db, actor, (tx) => listQuestionsForExpert(tx, actor.personId))
    const page = {
      frame: frameOf(c, asset),
      standing,
      timeZone: actor.timeZone,
      questions,
      sent: c.req.query('sent') !== undefined,
    }
    return c.html(documentOf(<QuestionsPage {...page} {...(unsent ? { unsent } : {})} />), status)
  }

  return new Hono<ActorEnvironment>()
    .get('/desk/questions', guard.program('desk.questions'), (c) => draw(c))
    .post('/desk/questions/:id', guard.program('desk.questions'), async (c) => {
      const { actor, language } = c.var
      const id = c.req.param('id')
      if (!uuid.test(id)) throw new NotFoundError()
      const answer = textIn(await readForm(c.req), `answer-${id}`)
        .trim()
        .slice(0, longest)
      if (answer === '') return draw(c, { id, answer, problem: 'empty' }, 422)
      const at = now()
      const sent = await asPerson(db, actor, async (tx) => {
        const asked = await getExpertQuestion(tx, id)
        if (asked.expertId !== actor.personId) throw new NotFoundError()
        const question = await answerExpertQuestion(tx, { id, answer, by: actor.personId, at })
        if (question === undefined) return false
        const { communityId, journeyId } = question
        await recordEvent(tx, {
          communityId,
          journeyId,
          personId: actor.personId,
          act: 'action-plan.expert-answered',
          at,
          detail: { question: id },
        })
        if (question.askedBy !== undefined) {
          const { name: communityName } = await getCommunityOf(tx, communityId)
          const about = { communityId, communityName, journeyId, by: actor }
          await tellOfAnswer(deps, tx, { ...about, question: id, askedBy: question.askedBy })
        }
        return true
      })
      if (!sent) return draw(c, { id, answer, problem: 'gone' }, 409)
      return c.redirect(`${paths.desk(language, 'questions')}?sent`, 303)
    })
}
