import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { paths } from '../../paths.ts'
import { frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import type { PostedForm } from '../../platform/web/posted-form.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import { BoardPage, NoBoardPage } from './board-page.tsx'
import { versionIn } from './forms.ts'
import { type Learning, loadLearning } from './load.ts'
import { learningMessages } from './messages.ts'
import type { Asked, Changed } from './plan-acts.ts'
import { problemInWords } from './words.tsx'

export type C = Context<JourneyEnvironment>

/** What every route of the board does alike: load it, draw it, answer a change. */
export function handling(deps: RoomDependencies) {
  const { asset, now } = deps
  const at = (c: C, ...rest: string[]) => paths.journey(c.var.language, c.var.place.journey.id, 'learning', ...rest)
  const parts = (c: C) => ({
    frame: frameOf(c, asset),
    place: c.var.place,
    standing: c.var.standing,
    personId: c.var.actor.personId,
    timeZone: c.var.actor.timeZone,
  })
  const load = (c: C) => loadLearning(deps, c.var.actor, c.var.place.journey.id)

  const drawBoard = (c: C, learning: Learning, given: { status?: ContentfulStatusCode; problem?: string } = {}) => {
    const notice = learningMessages[c.var.language].notices[c.req.query('done') ?? '']
    return c.html(
      documentOf(
        <BoardPage {...parts(c)} learning={learning} script="board.js" notice={notice} problem={given.problem} />,
      ),
      given.status ?? 200,
    )
  }

  /** Loads the board for a handler, or says why there is none. A page of the board without a board is the page that says so. */
  const withBoard = async (c: C, draw: (learning: Learning) => Response | Promise<Response>) => {
    const learning = await load(c)
    return typeof learning === 'string'
      ? c.html(documentOf(<NoBoardPage {...parts(c)} why={learning} />))
      : draw(learning)
  }

  /** The newest board, when someone else changed it first. */
  const conflict = (c: C) =>
    withBoard(c, (learning) =>
      drawBoard(c, learning, { status: 409, problem: learningMessages[c.var.language].conflict }),
    )

  const asked = (c: C, form: PostedForm): Asked => ({
    journeyId: c.var.place.journey.id,
    version: versionIn(form),
    by: c.var.actor.personId,
    at: now(),
    today: dayIn(now(), c.var.actor.timeZone),
  })

  /** Answers a change of the plan: on, or the newest board with why nothing was done. */
  const answer = async (c: C, changed: Changed, to: string) => {
    if (changed.kind === 'conflict') return conflict(c)
    if (changed.kind !== 'refused') return c.redirect(to, 303)
    const { why, item } = changed
    return withBoard(c, (learning) =>
      drawBoard(c, learning, { status: 422, problem: problemInWords(why, item, learning, c.var.language) }),
    )
  }

  return { at, parts, load, drawBoard, withBoard, conflict, asked, answer }
}
