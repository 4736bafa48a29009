import { paths } from '../../paths.ts'
import type { RoomDependencies, StartPart } from '../../people/index.ts'
import { longDate } from '../../ui/dates.ts'
import { titleOf } from './load.ts'
import { learningMessages } from './messages.ts'
import { listMyWork } from './shares-store.ts'

/** Days ahead that a person's first page shows: this week. */
const ahead = 7
/** Lines of it at most. */
const most = 10

/** What someone has on their pathways that ends within a week or is late, on the page they start from. */
export function learningStartPart(deps: Pick<RoomDependencies, 'findContent'>): StartPart {
  return async (tx, { personId, language, today }) => {
    const work = (await listMyWork(tx, personId, today, ahead)).slice(0, most)
    if (work.length === 0) return undefined
    const t = learningMessages[language]
    const lines = await Promise.all(
      work.map(async (one) => {
        const content = await deps.findContent(one.release)
        const said = titleOf(one, content?.pack ?? { items: [] }, language)
        return {
          href: paths.journey(language, one.journeyId, 'learning', 'items', one.id),
          label: said.text,
          language: said.language,
          meta:
            t.startLine(one.communityName, longDate(one.dueOn, language)) +
            (one.dueOn < today ? ` (${t.startLate})` : ''),
        }
      }),
    )
    return { title: t.startTitle, lines }
  }
}
