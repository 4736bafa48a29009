import { Hono } from 'hono'
import { learningBoardDocument, learningRecordDocument } from '../../documents/learning-record-document.ts'
import { DocumentBlocks } from '../../documents/page.tsx'
import { asPerson, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import { readForm } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import { JourneyFrame } from '../record/index.ts'
import { findBoard } from './board-store.ts'
import { type C, handling } from './handling.tsx'
import { learningMessages } from './messages.ts'
import { undoMove } from './plan-acts.ts'
import { boarded, recordData } from './record.ts'
import { undoMark } from './templates.ts'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
} as const

/** The board itself, undoing the last move, and the board and the learning record as documents. */
export function boardRoutes(deps: RoomDependencies) {
  const { db, guard, now } = deps
  const h = handling(deps)

  const recordModel = async (c: C) => {
    const read = await asPerson(db, c.var.actor, async (tx) => {
      const board = await findBoard(tx, c.var.place.journey.id)
      return board && recordData(deps, tx, board, now())
    })
    return read && learningRecordDocument({ ...read, language: c.var.language, published: false })
  }

  const routes = new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/learning', guard('learning.see'), (c) => h.withBoard(c, (it) => h.drawBoard(c, it)))
    .post('/journeys/:journey/learning/undo', guard('learning.plan'), async (c) => {
      const asked = h.asked(c, await readForm(c.req))
      const changed = await asPerson(db, c.var.actor, (tx) => undoMove(deps, tx, asked))
      return h.answer(c, changed, `${h.at(c)}?done=undone`)
    })
    .post('/journeys/:journey/learning/actions/:action/undo', guard('action.edit'), async (c) => {
      const { journey } = c.var.place
      const given = { journeyId: journey.id, actionId: c.req.param('action'), by: c.var.actor.personId, at: now() }
      const done = await asPerson(db, c.var.actor, (tx) => undoMark(deps, tx, given))
      return done ? c.redirect(`${h.at(c)}?done=saved`, 303) : h.conflict(c)
    })
    .get('/journeys/:journey/learning/board.pdf', guard('learning.see'), async (c) => {
      const learning = await h.load(c)
      if (typeof learning === 'string') return c.redirect(h.at(c), 303)
      const { language } = c.var
      const { board, pack, today } = learning
      const model = learningBoardDocument({
        pack,
        language,
        data: {
          community: c.var.place.communityName,
          date: today,
          startsOn: board.startsOn,
          planVersion: board.planVersion,
          items: boarded(learning.entries, learning.hours.byItem, language),
        },
      })
      return c.body(new Uint8Array(await deps.makeDocument(model, 'pdf')), 200, {
        'Content-Type': types.pdf,
        'Content-Disposition': `attachment; filename="learning-board-${language}.pdf"`,
      })
    })
    .get('/journeys/:journey/learning/record', guard('learning.see'), (c) =>
      h.withBoard(c, async () => {
        const model = await recordModel(c)
        const t = learningMessages[c.var.language]
        return c.html(
          documentOf(
            <JourneyFrame {...h.parts(c)} part="learning" title={t.recordTitle}>
              <p class="no-print">
                <a href={h.at(c)}>{t.backToBoard}</a>
              </p>
              <p class="lead">{t.recordLead}</p>
              <p class="no-print">{t.downloads}</p>
              <ul class="downloads no-print">
                {Object.keys(types).map((format) => (
                  <li>
                    <a href={h.at(c, `record.${format}`)}>{{ pdf: 'PDF', docx: 'Word', txt: t.plainText }[format]}</a>
                  </li>
                ))}
              </ul>
              {model && <DocumentBlocks document={model} />}
            </JourneyFrame>,
          ),
        )
      }),
    )

  for (const format of ['pdf', 'docx', 'txt'] as const) {
    routes.get(`/journeys/:journey/learning/record.${format}`, guard('learning.see'), async (c) => {
      const model = await recordModel(c)
      if (model === undefined) return c.redirect(h.at(c), 303)
      return c.body(new Uint8Array(await deps.makeDocument(model, format)), 200, {
        'Content-Type': types[format],
        'Content-Disposition': `attachment; filename="learning-record-${c.var.language}.${format}"`,
      })
    })
  }
  return routes
}
