import { paths } from '../../paths.ts'
import type { RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'
import { listParticipants } from '../validation/index.ts'
import { finalPlanRoomMessages } from './messages.ts'
import { listManagers } from './store.ts'

type Receiver = { personId: string; name: string; address: string; language: Language }

type Words = (typeof finalPlanRoomMessages)['en']

/** Tells people what became of the final plan, each in their language. */
export async function tellOfPlan(
  deps: Pick<RoomDependencies, 'queueMail' | 'origin' | 'now'>,
  tx: Tx,
  given: {
    journey: { id: string; communityId: string }
    /** The same event is told once: `signed:<version>`, `asked:<id>`. */
    key: string
    to: 'everyone' | 'those-who-prepare'
    write: (t: Words, language: Language) => { subject: string; paragraphs: string[] }
  },
): Promise<void> {
  const { journey, key, write } = given
  for (const person of await receivers(tx, journey.communityId, given.to)) {
    const t = finalPlanRoomMessages[person.language]
    await deps.queueMail(
      tx,
      {
        key: `final-plan.${key}:${journey.id}:${person.personId}`,
        kind: 'sign-off',
        to: { address: person.address, name: person.name, personId: person.personId },
        language: person.language,
        ...write(t, person.language),
        link: {
          label: t.mailLink,
          href: `${deps.origin}${paths.journey(person.language, journey.id, 'final-plan')}`,
        },
        communityId: journey.communityId,
        journeyId: journey.id,
      },
      deps.now(),
    )
  }
}

/** Everyone: members, advisor and the program's managers. Those who prepare: leads and advisor. */
async function receivers(tx: Tx, communityId: string, to: 'everyone' | 'those-who-prepare'): Promise<Receiver[]> {
  const participants = (await listParticipants(tx, communityId)).filter(({ roles }) =>
    to === 'everyone'
      ? roles.some((role) => role !== 'expert')
      : roles.some((role) => role === 'lead' || role === 'advisor'),
  )
  if (to === 'those-who-prepare') return participants
  const known = new Set(participants.map(({ personId }) => personId))
  const managers = (await listManagers(tx)).filter(({ personId }) => !known.has(personId))
  return [
    ...participants,
    ...managers.map((person) => ({
      ...person,
      language: isLanguage(person.language) ? person.language : ('en' as const),
    })),
  ]
}
