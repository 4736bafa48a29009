import type { Context } from 'hono'
import type { Pack } from '../../content/schema.ts'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { answerState, readAnswerForm } from '../../self-check/questions/index.ts'
import { documentOf } from '../../ui/layout.tsx'
import { type Entered, listAnswers, listEvidence, readAnswer } from './answer-store.ts'
import { askedOf, closedFor, loadRound } from './load.ts'
import { QuestionPage, type QuestionPageProps } from './question-page.tsx'
import type { Respondent } from './respondent-store.ts'
import { isLockedError, type Round } from './round-store.ts'
import { save } from './saving.ts'
import { answerAddress, type Whose } from './whose.ts'

/** Finds the respondent whose answers are read or written, if whoever asks may. */
export type FindRespondent = (tx: Tx, round: Round, options: { lock?: true }) => Promise<Respondent>

export type Hands = { whose: Whose; find: FindRespondent }

/** How answers for someone come in: an advisor enters them from paper, or else by phone. */
export function enteredBy(whose: Whose, respondent: Pick<Respondent, 'kind'>): Entered {
  if (whose.kind === 'own') return 'self'
  return respondent.kind === 'paper' ? 'paper' : 'phone'
}

function componentOf(c: Context<JourneyEnvironment>, pack: Pack, round: Round, respondent: Respondent) {
  const asked = askedOf(pack, round, respondent)
  const component = asked.find(({ id }) => id === c.req.param('component'))
  if (component === undefined) throw new NotFoundError()
  return { asked, component }
}

/** One question, as it is kept. */
export async function showQuestion(deps: RoomDependencies, c: Context<JourneyEnvironment>, hands: Hands) {
  const { actor, place } = c.var
  const view = await asPerson(deps.db, actor, async (tx) => {
    const { round, pack } = await loadRound(deps, tx, place)
    const respondent = await hands.find(tx, round, {})
    const { asked, component } = componentOf(c, pack, round, respondent)
    return {
      pack,
      variant: round.variant,
      component,
      asked,
      ...(await readAnswer(tx, respondent.id, component.id)),
      evidence: (await listEvidence(tx, respondent.id, component.id)).length,
      closed: closedFor(place, round, respondent, deps.now()),
    }
  })
  return c.html(pageOf(deps, c, hands, view))
}

type View = Omit<QuestionPageProps, 'frame' | 'place' | 'standing' | 'whose'>

function pageOf(deps: RoomDependencies, c: Context<JourneyEnvironment>, { whose }: Hands, view: View) {
  const { place, standing } = c.var
  return documentOf(
    <QuestionPage frame={frameOf(c, deps.asset)} place={place} standing={standing} whose={whose} {...view} />,
  )
}

/** Saves one question, or says why not with everything that was typed still there. */
export async function postQuestion(deps: RoomDependencies, c: Context<JourneyEnvironment>, hands: Hands) {
  const { actor, place, language } = c.var
  const { whose } = hands
  const form = await readForm(c.req)
  const act = async (late?: 'locked') =>
    asPerson(deps.db, actor, async (tx) => {
      const { round, pack } = await loadRound(deps, tx, place)
      const respondent = await hands.find(tx, round, { lock: true })
      const { asked, component } = componentOf(c, pack, round, respondent)
      const read = readAnswerForm(form, pack, component, round.variant, language)
      const staysWithUs = whose.kind === 'own' && textIn(form, 'stays') === 'yes' && read.answer.note !== undefined
      const at = deps.now()
      const entered = enteredBy(whose, respondent)
      const view: View = {
        pack,
        variant: round.variant,
        component,
        asked,
        answer: read.answer,
        staysWithUs,
        version: read.version,
        entered: whose.kind === 'own' ? 'self' : entered,
        evidence: (await listEvidence(tx, respondent.id, component.id)).length,
        closed: late ?? closedFor(place, round, respondent, at),
      }
      if (view.closed) return { status: 409 as const, view: { ...view, refused: true } }
      if (read.errors.length > 0) return { status: 422 as const, view: { ...view, errors: read.errors } }
      const saved = await save(tx, {
        round,
        respondent,
        component,
        answer: read.answer,
        staysWithUs,
        version: read.version,
        entered,
        ...(whose.kind === 'own' ? {} : { enteredBy: actor.personId }),
        at,
      })
      if (!saved.ok) {
        return { status: 409 as const, view: { ...view, version: saved.other.version, other: saved.other } }
      }
      const next = asked[asked.indexOf(component) + 1]?.id
      return { status: 303 as const, to: read.stay ? component.id : next, component: component.id }
    })
  // Between the look at the round and the write someone may lock it; the database then refuses the write.
  const outcome = await act().catch((error) => {
    if (isLockedError(error)) return act('locked')
    throw error
  })
  if (outcome.status !== 303) return c.html(pageOf(deps, c, hands, outcome.view), outcome.status)
  const go = textIn(form, 'go')
  const address = (...rest: string[]) => answerAddress(language, place.journey.id, whose, ...rest)
  if (textIn(form, 'clear') !== '') return c.redirect(address(outcome.component), 303)
  if (go === 'evidence' && whose.kind === 'own') return c.redirect(address(outcome.component, 'evidence'), 303)
  return c.redirect(go === 'list' || outcome.to === undefined ? address() : address(outcome.to), 303)
}

/** How far each component of a respondent is. */
export async function statesOf(tx: Tx, round: Round, respondent: Pick<Respondent, 'id'>) {
  const answers = await listAnswers(tx, respondent.id)
  return new Map([...answers].map(([id, answer]) => [id, answerState(answer, round.facets, round.needsReason)]))
}
