import { caseLine, inCaseOrder } from '../../domain/caseload.ts'
import { myActions } from '../../journey/action-plan/index.ts'
import { asPerson, asService } from '../../people/index.ts'
import type { Now } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { QueueMail } from '../../platform/mail/mail.ts'
import { dayIn } from '../../ui/dates.ts'
import { listCaseload } from '../caseload/store.ts'
import { composeDigest, type Digest, type DigestReceiver } from './compose.ts'
import { listOpenParts, listReceivers, listRunning, receiversAtOnce } from './store.ts'

export type DigestDependencies = { db: Db; now: Now; queueMail: QueueMail; origin: string }

const aDay = 86_400_000
/** Actions due within so many days are told. */
const daysAhead = 7

/**
 * Sends each person who has something to do one message about it, in their language. Tried again on the same day, nobody gets a
 * second one.
 *
 * @param day of the program, `YYYY-MM-DD`
 */
export async function sendDigests({ db, now, queueMail, origin }: DigestDependencies, day: string): Promise<void> {
  const at = now()
  // A day more than anyone's own: the clock of a person may be ahead of this one.
  const dueBy = dayIn(new Date(at.getTime() + (daysAhead + 1) * aDay), 'UTC')
  let after: string | undefined
  for (;;) {
    const receivers = await asService(db, (tx) => listReceivers(tx, { dueBy, now: at, after }))
    for (const to of receivers) {
      // As that person: the message says nothing that they could not open.
      await asPerson(db, to, async (tx) => {
        const mail = composeDigest(await digestOf(tx, to, at), { to, day, origin })
        if (mail !== undefined) await queueMail(tx, mail, at)
      })
    }
    after = receivers.at(-1)?.personId
    if (receivers.length < receiversAtOnce) return
  }
}

async function digestOf(tx: Tx, { personId, timeZone }: DigestReceiver, now: Date): Promise<Digest> {
  const today = dayIn(now, timeZone)
  const last = dayIn(new Date(now.getTime() + daysAhead * aDay), timeZone)
  const entries = await listCaseload(tx, personId, today)
  const cases = inCaseOrder(entries.map((entry) => ({ ...entry, line: caseLine(entry.case, now) })))
  const actions = await myActions(tx, personId, now)
  const running = await listRunning(tx, [...new Set(actions.map(({ journeyId }) => journeyId))])
  const due = actions.flatMap(({ title, communityName, due, overdue, journeyId }) =>
    due !== undefined && due <= last && running.has(journeyId)
      ? [{ title, community: communityName, due, overdue }]
      : [],
  )
  const parts = await listOpenParts(tx, personId, now)
  return {
    cases: cases
      .filter(({ line }) => line.today)
      .map((one) => ({
        community: one.community,
        step: one.line.step,
        unread: one.case.unread,
        isTheirs: one.line.step !== 'none' && (one.line.who === 'advisor' || one.line.timeLine.late),
      })),
    overdue: due.filter(({ overdue }) => overdue),
    soon: due.filter(({ overdue }) => !overdue),
    parts: parts.map(({ community, closesAt }) => ({ community, until: dayIn(closesAt, timeZone) })),
  }
}
