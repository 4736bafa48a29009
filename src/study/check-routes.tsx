import { type Context, Hono } from 'hono'
import type { CourseBody } from '../content/schema.ts'
import {
  answerField,
  answersFromForm,
  type CheckForm,
  formFor,
  type GivenAnswers,
  markAnswers,
} from '../domain/course-check.ts'
import { paths } from '../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, listOwnCommunities, type RoomDependencies } from '../people/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import { readForm, textIn, textsIn } from '../platform/web/posted-form.ts'
import { documentOf } from '../ui/layout.tsx'
import type { FieldError } from '../ui/parts.tsx'
import { ownCheckMessages } from './check-messages.ts'
import { type CheckKind, CheckPage } from './check-page.tsx'
import { insertCheck, listChecks, shareResult, unshareResult } from './check-store.ts'
import { listLessonsDone, setAgreement } from './enrolment-store.ts'
import { insertEvent } from './event-store.ts'
import { finishIfDone } from './finish.ts'
import { identifiersOf } from './identifiers.ts'
import type { Checks } from './item-parts.tsx'
import { loadStudied, readItem, type Studied } from './load.ts'

type C = Context<ActorEnvironment>
const purposes: readonly CheckKind[] = ['pre', 'post', 'practice']

/** Checks before and after a course, practice, and what the learner lets others see of the results. */
export function checkRoutes(deps: RoomDependencies) {
  const { db, guard, now, asset } = deps

  const load = async (c: C) => {
    const { personId } = c.var.actor
    const purpose = purposes.find((one) => one === c.req.param('purpose'))
    const studied = await loadStudied(deps, personId, c.req.param('item') ?? '')
    const { body } = studied
    if (purpose === undefined || body?.kind !== 'course') throw new NotFoundError()
    const own = await asPerson(db, c.var.actor, async (tx) => ({
      checks: await listChecks(tx, { personId, item: studied.item.id }),
      lessonsDone: await listLessonsDone(tx, { personId, item: studied.item.id }),
    }))
    return { studied, body, purpose, ...own }
  }

  const page = (
    c: C,
    given: {
      studied: Studied
      body: CourseBody
      purpose: CheckKind
      form: CheckForm
      checks: Checks
      answers: GivenAnswers
      sent: boolean
      errors?: FieldError[]
    },
  ) => {
    const questions = given.body.checks[given.form]
    return documentOf(
      <CheckPage
        frame={frameOf(c, asset)}
        studied={given.studied}
        purpose={given.purpose}
        questions={questions}
        seed={`${given.studied.item.id} ${given.form}`}
        answers={given.answers}
        errors={given.errors ?? []}
        marks={given.sent ? markAnswers(questions, given.answers) : undefined}
        checks={given.checks}
      />,
    )
  }

  /** A check that was sent, with the questions it was made of, whatever the learner reads now. */
  const sentPage = async (c: C, studied: Studied, purpose: 'pre' | 'post', checks: Checks) => {
    const check = checks[purpose]
    const then = check && (await readItem(deps, check.release, studied.item.id))
    if (check === undefined || then?.body?.kind !== 'course') throw new NotFoundError()
    return page(c, {
      studied,
      body: then.body,
      purpose,
      form: check.form,
      checks,
      answers: check.answers as GivenAnswers,
      sent: true,
    })
  }

  const redirectToItem = (c: C, studied: Studied, query = '') =>
    c.redirect(paths.study(c.var.language, studied.item.id) + query, 303)

  return new Hono<ActorEnvironment>()
    .get('/learn/:item/check/:purpose', guard.program('study.own'), async (c) => {
      const { studied, body, purpose, checks, lessonsDone } = await load(c)
      if (studied.enrolment === undefined) return redirectToItem(c, studied)
      if (purpose !== 'practice' && checks[purpose]) return c.html(await sentPage(c, studied, purpose, checks))
      if (purpose === 'pre' && isTooLate(checks, lessonsDone)) return redirectToItem(c, studied)
      const form = formOf(studied, purpose, checks)
      return c.html(page(c, { studied, body, purpose, form, checks, answers: {}, sent: false }))
    })
    .post('/learn/:item/check/:purpose', guard.program('study.own'), async (c) => {
      const { actor, language } = c.var
      const { personId } = actor
      const posted = await readForm(c.req)
      const { studied, body, purpose, checks, lessonsDone } = await load(c)
      const { item } = studied
      if (studied.enrolment === undefined) return redirectToItem(c, studied)
      const form = formOf(studied, purpose, checks)
      const questions = body.checks[form]
      const answers = answersFromForm(questions, (name) => textsIn(posted, name))
      if (purpose === 'practice') {
        return c.html(page(c, { studied, body, purpose, form, checks, answers, sent: true }))
      }
      const result = paths.study(language, item.id, 'check', purpose)
      if (checks[purpose]) return c.redirect(result, 303)
      if (purpose === 'pre' && isTooLate(checks, lessonsDone)) return redirectToItem(c, studied)
      const t = ownCheckMessages[language]
      const errors = questions.flatMap(({ id }, index): FieldError[] =>
        answers[id] === undefined ? [{ field: answerField(id), message: t.unanswered(index + 1) }] : [],
      )
      if (errors.length > 0) {
        return c.html(page(c, { studied, body, purpose, form, checks, answers, sent: false, errors }), 422)
      }
      const marks = markAnswers(questions, answers)
      const at = now()
      await asPerson(db, actor, async (tx) => {
        const check = { purpose, form, release: studied.release, answers, right: marks.right, of: questions.length }
        // Sent twice at once: the first one counts.
        if (!(await insertCheck(tx, { personId, item: item.id, ...check, sentAt: at }))) return
        await insertEvent(tx, {
          personId,
          verb: 'attempted',
          object: identifiersOf(deps.origin).check(item.id, form),
          objectKind: 'check',
          result: { score: { raw: marks.right, max: questions.length } },
          at,
        })
        await finishIfDone(deps, tx, { person: actor, item, body, language, at })
      })
      return c.redirect(result, 303)
    })
    .post('/learn/:item/share', guard.program('study.own'), async (c) => {
      const { actor } = c.var
      const { personId } = actor
      const posted = await readForm(c.req)
      const studied = await loadStudied(deps, personId, c.req.param('item'))
      const item = studied.item.id
      const at = now()
      await asPerson(db, actor, async (tx) => {
        const communities = await listOwnCommunities(tx, personId)
        const community = communities.find(({ communityId }) => communityId === textIn(posted, 'community'))
        if (community === undefined) throw new NotFoundError()
        const { communityId } = community
        if (textIn(posted, 'act') === 'take-back') return unshareResult(tx, { personId, item, communityId })
        const { pre, post } = await listChecks(tx, { personId, item })
        if (pre === undefined || post === undefined || community.left) throw new NotFoundError()
        return shareResult(tx, { personId, item, communityId, pre, post, sharedAt: at })
      })
      return redirectToItem(c, studied, '?saved#results')
    })
    .post('/learn/:item/agree', guard.program('study.own'), async (c) => {
      const { actor } = c.var
      const posted = await readForm(c.req)
      const studied = await loadStudied(deps, actor.personId, c.req.param('item'))
      const agreed = textIn(posted, 'agreed')
      if (agreed === 'yes' || agreed === 'no') {
        const given = { personId: actor.personId, item: studied.item.id, agreed: agreed === 'yes' }
        await asPerson(db, actor, (tx) => setAgreement(tx, given))
      }
      return redirectToItem(c, studied, '?saved#results')
    })
}

/** Whoever has been through a lesson no longer shows what they knew before. */
function isTooLate(checks: Checks, lessonsDone: ReadonlySet<string>): boolean {
  return checks.post !== undefined || lessonsDone.size > 0
}

/**
 * Forms come crosswise. Practice keeps to the form of the first check until the last one is sent, so that its questions are not known
 * before.
 */
function formOf(studied: Studied, purpose: CheckKind, checks: Checks): CheckForm {
  const order = studied.enrolment?.formOrder ?? 'a-first'
  if (purpose !== 'practice') return formFor(order, purpose)
  return formFor(order, checks.post === undefined ? 'pre' : 'post')
}
