import { reminderTimes } from '../../domain/participation.ts'
import { paths } from '../../paths.ts'
import { asService, type Place, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { Language } from '../../platform/languages.ts'
import { cancelMail } from '../../platform/mail/store.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { diagnosticMail } from './mail-messages.ts'
import { type Addressee, listAddressees, type Respondent } from './respondent-store.ts'
import type { Round } from './round-store.ts'

type MailDependencies = Pick<RoomDependencies, 'queueMail' | 'origin'>

/** What every message about a round is about. */
export type About = {
  place: Pick<Place, 'communityId' | 'communityName'>
  round: Pick<Round, 'id' | 'journeyId' | 'closesAt'>
  /** Of the community, for its days. */
  timeZone: string
  /** Of the journey, for an address whose language is not known. */
  language: Language
}

/** The tag under which a respondent's reminders wait. */
export const reminderTag = (respondentId: string) => `diagnostic.reminder:${respondentId}`

const answerAddress = (deps: MailDependencies, about: About, language: Language) =>
  `${deps.origin}${paths.journey(language, about.round.journeyId, 'diagnostic', 'answer')}`

const to = ({ address, name, personId }: Addressee) => ({
  address,
  ...(name === undefined ? {} : { name }),
  ...(personId === undefined ? {} : { personId }),
})

/** Tells a member that their answers are asked for, and queues the two reminders of everyone invited. */
export async function inviteToAnswer(
  deps: MailDependencies,
  tx: Tx,
  about: About,
  given: { respondentId: string; tell: boolean; now: Date },
): Promise<void> {
  if (given.tell) {
    for (const addressee of await listAddressees(tx, given.respondentId, about.language)) {
      const { language } = addressee
      const t = diagnosticMail[language]
      const until = longDate(dayIn(about.round.closesAt, about.timeZone), language)
      await deps.queueMail(
        tx,
        {
          key: `diagnostic.invited:${given.respondentId}:${addressee.address}`,
          kind: 'invitation',
          to: to(addressee),
          language,
          subject: t.inviteSubject(about.place.communityName),
          paragraphs: t.invite(about.place.communityName, until),
          link: { label: t.inviteLink, href: answerAddress(deps, about, language) },
          communityId: about.place.communityId,
          journeyId: about.round.journeyId,
          cancelTag: `diagnostic.invited:${given.respondentId}`,
        },
        given.now,
      )
    }
  }
  await queueReminders(deps, tx, about, given)
}

/** Queues the reminders that are still to come, in place of those that waited. */
export async function queueReminders(
  deps: MailDependencies,
  tx: Tx,
  about: About,
  given: { respondentId: string; now: Date },
): Promise<void> {
  await cancelMail(tx, reminderTag(given.respondentId))
  const addressees = await listAddressees(tx, given.respondentId, about.language)
  for (const [index, notBefore] of reminderTimes(given.now, about.round.closesAt).entries()) {
    for (const addressee of addressees) {
      await queueReminder(deps, tx, about, {
        ...given,
        addressee,
        notBefore,
        key: `${given.now.toISOString()}:${index}`,
      })
    }
  }
}

/** Sends a reminder at once. @returns how many people it goes to */
export async function remindNow(
  deps: MailDependencies,
  tx: Tx,
  about: About,
  given: { respondentId: string; now: Date },
): Promise<number> {
  const addressees = await listAddressees(tx, given.respondentId, about.language)
  for (const addressee of addressees) {
    await queueReminder(deps, tx, about, { ...given, addressee, key: `${given.now.toISOString()}:now` })
  }
  return addressees.length
}

async function queueReminder(
  deps: MailDependencies,
  tx: Tx,
  about: About,
  given: { respondentId: string; addressee: Addressee; key: string; notBefore?: Date; now: Date },
): Promise<void> {
  const { addressee } = given
  const { language } = addressee
  const t = diagnosticMail[language]
  await deps.queueMail(
    tx,
    {
      key: `diagnostic.reminder:${given.respondentId}:${addressee.address}:${given.key}`,
      kind: 'reminder',
      to: to(addressee),
      language,
      subject: t.reminderSubject(about.place.communityName),
      paragraphs: t.reminder(longDate(dayIn(about.round.closesAt, about.timeZone), language)),
      link: { label: t.inviteLink, href: answerAddress(deps, about, language) },
      communityId: about.place.communityId,
      journeyId: about.round.journeyId,
      cancelTag: reminderTag(given.respondentId),
      ...(given.notBefore ? { notBefore: given.notBefore } : {}),
    },
    given.now,
  )
}

/** What was waiting for a respondent is not sent: they handed in, or are no longer asked. */
export async function stopMail(tx: Tx, respondentId: string): Promise<void> {
  await cancelMail(tx, reminderTag(respondentId))
  await cancelMail(tx, `diagnostic.invited:${respondentId}`)
}

/**
 * Tells a respondent that the advisor returned their part, and reminds them again. As the service, because the advisor who asked
 * knows a code and no address.
 */
export async function tellReturned(
  deps: MailDependencies & Pick<RoomDependencies, 'db'>,
  about: About,
  given: { respondent: Pick<Respondent, 'id'>; now: Date },
): Promise<void> {
  await asService(deps.db, async (tx) => {
    for (const addressee of await listAddressees(tx, given.respondent.id, about.language)) {
      const { language } = addressee
      const t = diagnosticMail[language]
      await deps.queueMail(
        tx,
        {
          key: `diagnostic.returned:${given.respondent.id}:${addressee.address}:${given.now.toISOString()}`,
          kind: 'question',
          to: to(addressee),
          language,
          subject: t.returnedSubject(about.place.communityName),
          paragraphs: t.returned,
          link: { label: t.returnedLink, href: answerAddress(deps, about, language) },
          communityId: about.place.communityId,
          journeyId: about.round.journeyId,
        },
        given.now,
      )
    }
    await queueReminders(deps, tx, about, { respondentId: given.respondent.id, now: given.now })
  })
}
