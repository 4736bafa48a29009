import type { FindContent } from '../../content/releases.ts'
import { addDays } from '../../domain/plan-dates.ts'
import { paths } from '../../paths.ts'
import { asService } from '../../people/index.ts'
import type { Now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { QueueMail } from '../../platform/mail/mail.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { titleOf } from './load.ts'
import { learningMessages } from './messages.ts'
import { type DueShare, listDueShares } from './reminders-store.ts'

export type ReminderDependencies = {
  db: Db
  now: Now
  queueMail: QueueMail
  origin: string
  findContent: FindContent
}

/** Monday of the week a day is in. */
function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

/**
 * Tells each person once a week what of theirs on a pathway ends this week, or is past its week; nothing when there is nothing. Run it every
 * day: whoever got this week's message gets no second one. Who unsubscribed from reminders gets none.
 *
 * @param day of the program, `YYYY-MM-DD`
 */
export async function sendLearningReminders(deps: ReminderDependencies, day: string): Promise<void> {
  const monday = mondayOf(day)
  const at = deps.now()
  const shares = await asService(deps.db, (tx) => listDueShares(tx, addDays(monday, 6)))
  const byPerson = Map.groupBy(shares, ({ personId }) => personId)
  for (const [personId, own] of byPerson) {
    const [first] = own
    if (first === undefined) continue
    const { language } = first
    const t = learningMessages[language].mail
    const today = dayIn(at, first.timeZone)
    const lines = await Promise.all(own.map((share) => lineOf(deps, share, today)))
    await asService(deps.db, (tx) =>
      deps.queueMail(
        tx,
        {
          key: `learning.week:${monday}:${personId}`,
          kind: 'reminder',
          to: { address: first.email, name: first.name, personId },
          language,
          subject: t.weekSubject,
          paragraphs: [t.greeting(first.name), t.weekLead, ...lines, t.weekEnd],
          link: {
            label: t.openBoard,
            href: `${deps.origin}${paths.journey(language, first.journeyId, 'learning')}`,
          },
          communityId: first.communityId,
          journeyId: first.journeyId,
        },
        at,
      ),
    )
  }
}

async function lineOf(deps: ReminderDependencies, share: DueShare, today: string): Promise<string> {
  const { language } = share
  const t = learningMessages[language].mail
  const content = await deps.findContent(share.release)
  const title = titleOf(share, content?.pack ?? { items: [] }, language).text
  const day = longDate(share.dueOn, language)
  return (share.dueOn < today ? t.weekLate : t.weekLine)(title, share.communityName, day)
}
