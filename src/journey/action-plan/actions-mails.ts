import { momentOf } from '../../domain/slots.ts'
import { paths } from '../../paths.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import { cancelMail } from '../../platform/mail/store.ts'
import { longDate } from '../../ui/dates.ts'
import { actionMessages } from './actions-messages.ts'
import type { PlanAction } from './actions-store.ts'
import type { MailDependencies } from './mails.ts'
import { findReceivers } from './receivers-store.ts'

/** Reminders go out at nine in the morning of the owner, so many days from the due date. */
const reminderMinute = 9 * 60
const daysBefore = 7
const daysAfter = 1

/** Reminders of an action stop by this tag: when it is done, dropped, given to someone else or to another day. */
export const reminderTag = (action: Pick<PlanAction, 'id'>) => `action:${action.id}`

/**
 * Makes the mail about an action fit what it is now: its owner is told when the action became theirs, and reminded before and after
 * the due date while it is open.
 *
 * @param given.before the owner until now
 */
export async function mailAboutAction(
  deps: MailDependencies,
  tx: Tx,
  action: PlanAction,
  given: { communityName: string; by: { personId: string; name: string }; before: string | undefined },
): Promise<void> {
  await cancelMail(tx, reminderTag(action))
  const { owner } = action
  const isOpen = action.status === 'planned' || action.status === 'doing'
  if (!isOpen || owner === undefined || !('personId' in owner)) return
  const [person] = await findReceivers(tx, [owner.personId])
  if (person === undefined) return
  const language: Language = isLanguage(person.language) ? person.language : 'en'
  const t = actionMessages[language]
  const { due } = action
  const address = paths.journey(language, action.journeyId, 'actions', action.id)
  const mail = (key: string, rest: Pick<Mail, 'kind' | 'subject' | 'paragraphs'> & Partial<Mail>): Mail => ({
    key: `action.${key}:${action.id}:${action.version}:${person.personId}`,
    to: { address: person.email, name: person.name, personId: person.personId },
    language,
    link: { label: t.mailLink, href: `${deps.origin}${address}` },
    communityId: action.communityId,
    journeyId: action.journeyId,
    ...rest,
  })
  const now = deps.now()
  if (owner.personId !== given.before && owner.personId !== given.by.personId) {
    await deps.queueMail(
      tx,
      mail('assigned', {
        kind: 'message',
        subject: t.assignedSubject(given.communityName),
        paragraphs: [
          t.assigned(given.by.name, action.title),
          ...(due === undefined ? [] : [t.dueOn(longDate(due, language))]),
        ],
      }),
      now,
    )
  }
  if (due === undefined) return
  const date = longDate(due, language)
  const reminders = [
    {
      key: 'before',
      at: atNine(due, -daysBefore, person.timeZone),
      subject: t.beforeSubject(action.title),
      text: t.before(action.title, date),
    },
    {
      key: 'after',
      at: atNine(due, daysAfter, person.timeZone),
      subject: t.afterSubject(action.title),
      text: t.after(action.title, date),
    },
  ]
  for (const { key, at, subject, text } of reminders) {
    if (at === undefined || at <= now) continue
    const about = {
      kind: 'reminder' as const,
      subject,
      paragraphs: [text],
      notBefore: at,
      cancelTag: reminderTag(action),
    }
    await deps.queueMail(tx, mail(key, about), now)
  }
}

/** Nine in the morning, so many days from a day. */
function atNine(day: string, days: number, timeZone: string): Date | undefined {
  const shifted = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  return momentOf({ day: shifted, minute: reminderMinute }, timeZone)
}
