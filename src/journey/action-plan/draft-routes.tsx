import { type Context, Hono } from 'hono'
import { may, takesChange } from '../../domain/access.ts'
import { actionPlan, planRequest } from '../../domain/action-plan.ts'
import { standingEdits } from '../../domain/plan-edits.ts'
import { paths } from '../../paths.ts'
import {
  asPerson,
  asService,
  frameOf,
  type JourneyEnvironment,
  namesOf,
  type RoomDependencies,
} from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import { findLatestDocument, getCommunityOf, publishDocument, recordEvent } from '../record/index.ts'
import { insertPlanSteps, listActions } from './actions-store.ts'
import { insertComment, listComments, resolveComment } from './comments-store.ts'
import { draftMessages } from './draft-messages.ts'
import { DraftPage, NoPlanPage } from './draft-page.tsx'
import type { PlanToRead, Talk } from './draft-props.ts'
import { insertDraft, lockDraft, setPublished, updateWorkedOut } from './draft-store.ts'
import { editRoutes } from './edit-routes.tsx'
import { type Draft, findDraft, hashOf, loadSources, stepsOf } from './load.ts'
import { askToShare, tellExpert, tellOfDraft } from './mails.ts'
import { draftModels, planToRead } from './publish.ts'
import { askExpert, listExperts, listQuestionsOf, shareWithExpert, withdrawExpertQuestion } from './questions-store.ts'
import { longestTalk } from './talk-parts.tsx'

type DraftContext = Context<JourneyEnvironment>

/** What was done, by its code in the address after a form was sent. */
const notices = [
  'made',
  'published',
  'workedOutAgain',
  'undone',
  'commented',
  'asked',
  'askedWaiting',
  'shared',
  'tookBack',
] as const

/** The draft plan: worked out, changed, talked about and published. */
export function draftPlanRoutes(deps: RoomDependencies) {
  const { db, now, asset, guard } = deps
  const parts = (c: DraftContext) => ({ frame: frameOf(c, asset), place: c.var.place, standing: c.var.standing })
  const at = (c: DraftContext, done?: (typeof notices)[number]) => {
    const path = paths.journey(c.var.language, c.var.place.journey.id, 'draft-plan')
    return done === undefined ? path : `${path}?done=${done}`
  }

  /** The names of everyone who has a part in what is shown. */
  const talkOf = async (c: DraftContext, tx: Tx, draft: Draft | undefined): Promise<Talk> => {
    const journeyId = c.var.place.journey.id
    const comments = await listComments(tx, journeyId)
    const questions = await listQuestionsOf(tx, journeyId)
    const names = await namesOf(tx, [
      ...comments.flatMap((comment) => [comment.writtenBy, comment.resolvedBy]),
      ...questions.flatMap((question) => [question.askedBy, question.expertId]),
      ...(draft?.kept.edits.map(({ by }) => by) ?? []),
    ])
    return { comments, questions, names, timeZone: c.var.actor.timeZone }
  }

  const page = async (
    c: DraftContext,
    given: { errors?: { field: string; message: string }[]; typed?: Record<string, string> } = {},
  ) => {
    const { actor, standing, place, language } = c.var
    const t = draftMessages[language]
    const journeyId = place.journey.id
    const mayEdit = may('draft-plan.edit', standing)
    const reads = mayEdit || standing.community.includes('expert')
    const draft = reads ? await findDraft(deps, actor, journeyId) : undefined
    const status = given.errors ? 422 : 200
    const loaded = await asPerson(db, actor, async (tx) => {
      const document = await findLatestDocument(tx, journeyId, 'draft-plan')
      return {
        document,
        talk: await talkOf(c, tx, draft),
        actions: await listActions(tx, journeyId),
        experts: mayEdit ? await listExperts(tx) : [],
        community: await getCommunityOf(tx, place.communityId),
      }
    })
    const { document, talk, actions } = loaded
    if (draft === undefined && document === undefined) {
      const ready =
        mayEdit &&
        takesChange('draft-plan.edit', place.journey) &&
        (await loadSources(deps, actor, journeyId)) !== undefined
      const reason = ready ? 'to-make' : mayEdit ? 'too-early' : 'being-prepared'
      return c.html(documentOf(<NoPlanPage {...parts(c)} reason={reason} />))
    }
    const advisor = standing.community.includes('advisor')
    const read = draft ? planToRead(advisor ? 'advisor' : 'community', draft, actions) : (document?.data as PlanToRead)
    const content = draft ? draft.sources : document && (await deps.findContent(document.release))
    if (content === undefined) throw new NotFoundError()
    const done = notices.find((notice) => notice === c.req.query('done'))
    return c.html(
      documentOf(
        <DraftPage
          {...parts(c)}
          pack={content.pack}
          read={read}
          talk={talk}
          published={document && { version: document.version, at: document.publishedAt, documentId: document.id }}
          actions={actions.filter(({ status: state }) => state !== 'dropped').length}
          editing={
            draft && mayEdit && takesChange('draft-plan.edit', place.journey)
              ? {
                  seen: draft.kept.edits.length,
                  edits: standingEdits(draft.kept.edits),
                  outcomes: draft.edited.outcomes,
                  showGaps: advisor || read.card.withheld === undefined,
                  renewed: draft.renewed,
                  changedSincePublished: draft.kept.published?.edition !== draft.kept.version,
                  experts: loaded.experts,
                  consentFirst: loaded.community.data_terms !== 'standard',
                }
              : undefined
          }
          notice={done && t[done]}
          {...given}
        />,
      ),
      status,
    )
  }

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/draft-plan', guard('draft-plan.see'), (c) => page(c))

    .post('/journeys/:journey/draft-plan/make', guard('draft-plan.edit'), async (c) => {
      const { actor, place } = c.var
      const sources = await loadSources(deps, actor, place.journey.id)
      if (sources === undefined) return c.redirect(at(c), 303)
      const request = planRequest(sources)
      const solution = await deps.solve(request)
      const engine = actionPlan(sources, solution)
      const made = { ...here(c), basis: sources.basis, requestHash: hashOf(request), solution, engine, at: now() }
      const isNew = await asPerson(db, actor, async (tx) => {
        if (!(await insertDraft(tx, { ...made, by: actor.personId }))) return false
        await takeSteps(tx, c, sources, engine)
        await record(tx, c, 'action-plan.worked-out', { hours: engine.basis.hours, weeks: engine.basis.weeks })
        return true
      })
      return c.redirect(at(c, isNew ? 'made' : undefined), 303)
    })

    .post('/journeys/:journey/draft-plan/again', guard('draft-plan.edit'), async (c) => {
      const { actor, place } = c.var
      const draft = await findDraft(deps, actor, place.journey.id)
      if (draft === undefined) return c.redirect(at(c), 303)
      const { edited, sources } = draft
      await asPerson(db, actor, async (tx) => {
        await lockDraft(tx, place.journey.id)
        await updateWorkedOut(tx, {
          journeyId: place.journey.id,
          basis: sources.basis,
          requestHash: hashOf(edited.request),
          solution: edited.solution,
          engine: edited.engine,
          at: now(),
          by: actor.personId,
        })
        await takeSteps(tx, c, sources, edited.engine)
        await record(tx, c, 'action-plan.worked-out-again', { kept: standingEdits(draft.kept.edits).length })
      })
      return c.redirect(at(c, 'workedOutAgain'), 303)
    })

    .post('/journeys/:journey/draft-plan/publish', guard('draft-plan.edit'), async (c) => {
      const { actor, place } = c.var
      const draft = await findDraft(deps, actor, place.journey.id)
      if (draft === undefined) return c.redirect(at(c), 303)
      const done = await asPerson(db, actor, async (tx) => {
        const kept = await lockDraft(tx, place.journey.id)
        // A second click on the same version publishes nothing new; a change made in between is looked at first.
        if (kept === undefined || kept.version !== draft.kept.version) return false
        if (kept.published?.edition === kept.version) return false
        const community = await getCommunityOf(tx, place.communityId)
        const read = planToRead('community', draft, await listActions(tx, place.journey.id))
        const { id, version } = await publishDocument(
          tx,
          { ...draft.sources.journey, release: draft.sources.card.release },
          {
            kind: 'draft-plan',
            models: draftModels(draft.sources, read, {
              community: place.communityName,
              at: now(),
              timeZone: community.time_zone,
              whole: draft.edited,
            }),
            data: read,
            at: now(),
            by: actor.personId,
          },
        )
        await setPublished(tx, kept, { document: version, at: now() })
        await record(tx, c, 'action-plan.published', { version })
        await tellOfDraft(deps, tx, { ...about(c), document: id, version })
        return true
      })
      return c.redirect(at(c, done ? 'published' : undefined), 303)
    })

    .post('/journeys/:journey/draft-plan/comments', guard('draft-plan.comment'), async (c) => {
      const form = await readForm(c.req)
      const { actor, place, language } = c.var
      const t = draftMessages[language]
      const text = textIn(form, 'comment').trim()
      const part = textIn(form, 'comment-part')
      if (text === '' || text.length > longestTalk) {
        const message = text === '' ? t.writeComment : t.tooLong(longestTalk)
        return page(c, { errors: [{ field: 'comment', message }], typed: { comment: text, 'comment-part': part } })
      }
      await asPerson(db, actor, async (tx) => {
        await insertComment(tx, { ...here(c), part: safePart(part), text, language, by: actor.personId, at: now() })
        await record(tx, c, 'action-plan.commented', { part: safePart(part) })
      })
      return c.redirect(`${paths.journey(language, place.journey.id, 'draft-plan')}?done=commented#comments`, 303)
    })

    .post('/journeys/:journey/draft-plan/comments/:comment/resolve', guard('draft-plan.comment'), async (c) => {
      const { actor, place } = c.var
      const id = idIn(c, 'comment')
      await asPerson(db, actor, async (tx) => {
        await resolveComment(tx, { journeyId: place.journey.id, id, by: actor.personId, at: now() })
        await record(tx, c, 'action-plan.comment-resolved', { comment: id })
      })
      return c.redirect(`${at(c)}#comments`, 303)
    })

    .post('/journeys/:journey/draft-plan/questions', guard('draft-plan.ask-expert'), async (c) => {
      const form = await readForm(c.req)
      const { actor, place, language } = c.var
      const t = draftMessages[language]
      const typed = {
        expert: textIn(form, 'expert'),
        question: textIn(form, 'question').trim(),
        'question-part': textIn(form, 'question-part'),
      }
      const { experts, terms } = await asPerson(db, actor, async (tx) => ({
        experts: await listExperts(tx),
        terms: (await getCommunityOf(tx, place.communityId)).data_terms,
      }))
      const expert = experts.find(({ personId }) => personId === typed.expert)
      const errors = [
        ...(expert ? [] : [{ field: 'expert', message: t.chooseExpert }]),
        ...(typed.question === '' ? [{ field: 'question', message: t.writeQuestion }] : []),
        ...(typed.question.length > longestTalk ? [{ field: 'question', message: t.tooLong(longestTalk) }] : []),
      ]
      if (expert === undefined || errors.length > 0) return page(c, { errors, typed })
      // Under its own data terms a community says yes first (Method 6.2).
      const share = terms === 'standard'
      // Only a manager assigns people; here the service does it for the advisor, whose right to ask the guard has checked.
      await asService(db, async (tx) => {
        const question = await askExpert(tx, {
          ...here(c),
          part: safePart(typed['question-part']),
          question: typed.question,
          language,
          expertId: expert.personId,
          by: actor.personId,
          at: now(),
          share,
        })
        await record(tx, c, 'action-plan.expert-asked', { question, expert: expert.personId, shared: share })
        if (share) await tellExpert(deps, tx, { ...about(c), question, expertId: expert.personId })
        else await askToShare(deps, tx, { ...about(c), question, expert: expert.name })
      })
      return c.redirect(at(c, share ? 'asked' : 'askedWaiting'), 303)
    })

    .post('/journeys/:journey/draft-plan/questions/:question/share', guard('draft-plan.share'), async (c) => {
      const { actor, place } = c.var
      const id = idIn(c, 'question')
      await asService(db, async (tx) => {
        const shared = await shareWithExpert(tx, { journeyId: place.journey.id, id, by: actor.personId, at: now() })
        if (shared?.expertId === undefined) return
        await record(tx, c, 'action-plan.expert-agreed', { question: id, expert: shared.expertId })
        await tellExpert(deps, tx, { ...about(c), question: id, expertId: shared.expertId })
      })
      return c.redirect(at(c, 'shared'), 303)
    })

    .post('/journeys/:journey/draft-plan/questions/:question/take-back', guard('draft-plan.ask-expert'), async (c) => {
      const { actor, place } = c.var
      const id = idIn(c, 'question')
      await asPerson(db, actor, async (tx) => {
        if (await withdrawExpertQuestion(tx, { journeyId: place.journey.id, id, at: now() })) {
          await record(tx, c, 'action-plan.question-taken-back', { question: id })
        }
      })
      return c.redirect(at(c, 'tookBack'), 303)
    })

    .route('/', editRoutes(deps, page))

  function here({ var: { place } }: DraftContext) {
    return { journeyId: place.journey.id, communityId: place.communityId }
  }

  function about(c: DraftContext) {
    const { actor, place } = c.var
    return { ...here(c), communityName: place.communityName, by: { personId: actor.personId, name: actor.name } }
  }

  async function record(tx: Tx, c: DraftContext, act: string, detail: Record<string, unknown>): Promise<void> {
    await recordEvent(tx, { ...here(c), personId: c.var.actor.personId, act, at: now(), detail })
  }

  async function takeSteps(
    tx: Tx,
    c: DraftContext,
    sources: Draft['sources'],
    plan: Draft['edited']['plan'],
  ): Promise<void> {
    const { language } = sources.journey
    const steps = stepsOf(sources, plan, language, draftMessages[language].lowCost)
    await insertPlanSteps(tx, { ...here(c), language, steps, at: now(), by: c.var.actor.personId })
  }
}

function idIn(c: DraftContext, name: 'comment' | 'question'): string {
  const id = (c.req.param() as Record<string, string>)[name] ?? ''
  if (!uuid.test(id)) throw new NotFoundError()
  return id
}

/** A part as the page offers them; anything else is about the plan as a whole. */
function safePart(part: string): string {
  return /^(whole|actions|pathway:[AB]|priority:[a-z0-9-]{1,80})$/.test(part) ? part : 'whole'
}
