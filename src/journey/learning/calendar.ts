import { isOpen, lastWeek } from '../../domain/learning/board.ts'
import { daysOfWeek } from '../../domain/plan-dates.ts'
import { paths } from '../../paths.ts'
import { calendarOf } from '../../platform/calendar.ts'
import type { Language } from '../../platform/languages.ts'
import { formatHours } from '../../ui/charts/numbers.ts'
import type { Learning } from './load.ts'
import { learningMessages } from './messages.ts'
import { closesOf, plainTitle } from './words.tsx'

/**
 * The pathway as a calendar file: what is open and the person's, or everything that is open where nothing is theirs. The same board gives the
 * same bytes, so that a calendar program that asks again is answered briefly.
 */
export function learningCalendar(
  learning: Learning,
  given: { personId: string; communityName: string; language: Language; origin: string },
): string {
  const { language } = given
  const t = learningMessages[language]
  const open = learning.entries.filter(isOpen)
  const mine = open.filter((entry) =>
    entry.people.some(({ personId, state }) => personId === given.personId && state !== 'done'),
  )
  const address = given.origin + paths.journey(language, learning.journey.id, 'learning')
  return calendarOf({
    name: t.calendarName(given.communityName),
    stamp: new Date(`${learning.board.startsOn}T00:00:00Z`),
    days: (mine.length > 0 ? mine : open).map((entry) => ({
      uid: `learning-${entry.id}@waymark`,
      first: daysOfWeek(learning.board.startsOn, entry.firstWeek).first,
      last: daysOfWeek(learning.board.startsOn, lastWeek(entry)).last,
      title: plainTitle(entry, learning, language),
      description: [t.calendarText(formatHours(entry.hours, language)), ...closesOf(entry, learning, language)].join(
        '\n',
      ),
      url: `${address}/items/${entry.id}`,
    })),
  })
}
