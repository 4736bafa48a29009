import { type Stage, stageRule, timeLine } from '../../domain/stages.ts'
import { paths } from '../../paths.ts'
import type { RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { getJourney, journeyMessages, listPauses, listTeam } from '../record/index.ts'
import { asideMessages } from './aside-messages.ts'
import { stagePage } from './guard-pages.ts'
import { overviewMessages } from './messages.ts'

/** Tells those who have the next step that the journey moved on; whoever moved it knows. Each is told once. */
export async function queueStageMail(
  tx: Tx,
  { queueMail, origin, now, timeZone }: Pick<RoomDependencies, 'queueMail' | 'origin' | 'now' | 'timeZone'>,
  given: { journeyId: string; community: string; stage: Stage; by: string },
): Promise<void> {
  const journey = await getJourney(tx, given.journeyId)
  const team = await listTeam(tx, journey.communityId)
  const { dueAt } = timeLine({ ...journey, pauses: await listPauses(tx, journey.id) }, now())
  const { acts } = stageRule(given.stage)
  const told = new Set<string>([given.by])
  for (const person of team) {
    if (!acts.includes(person.role) || told.has(person.personId)) continue
    told.add(person.personId)
    const { language } = person
    const t = asideMessages[language].mail
    const stage = journeyMessages[language].stages[given.stage]
    await queueMail(
      tx,
      {
        key: `journey.moved:${journey.id}:${journey.version}:${person.personId}`,
        kind: 'stage-change',
        to: { address: person.email, name: person.name, personId: person.personId },
        language,
        subject: t.subject(given.community, stage),
        paragraphs: [
          t.greeting(person.name),
          t.moved(given.community, stage),
          t.yourTurn(overviewMessages[language].steps[given.stage]),
          ...(dueAt ? [t.due(longDate(dayIn(dueAt, timeZone), language))] : []),
        ],
        link: { label: t.open, href: `${origin}${paths.journey(language, journey.id, stagePage(given.stage))}` },
        communityId: journey.communityId,
        journeyId: journey.id,
      },
      now(),
    )
  }
}
