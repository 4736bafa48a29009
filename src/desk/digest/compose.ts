import type { NextStep } from '../../domain/caseload.ts'
import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import { longDate } from '../../ui/dates.ts'
import { caseloadMessages } from '../caseload/messages.ts'
import { digestMessages } from './messages.ts'

/** Who gets a digest. */
export type DigestReceiver = { personId: string; name: string; email: string; language: Language; timeZone: string }

/** What there is to do for one person today. Days are `YYYY-MM-DD`. */
export type Digest = {
  /** Journeys that need them as an advisor. */
  cases: { community: string; step: NextStep; unread: number; isTheirs: boolean }[]
  overdue: DigestAction[]
  soon: DigestAction[]
  parts: { community: string; until: string }[]
}

export type DigestAction = { title: string; community: string; due: string }

/** Lines of one section; what is beyond them is counted. */
const mostLines = 15

/** @returns nothing when there is nothing to say: then no mail is sent */
export function composeDigest(
  digest: Digest,
  given: { to: DigestReceiver; day: string; origin: string },
): Mail | undefined {
  const { to, day, origin } = given
  const { language } = to
  const t = digestMessages[language]
  const date = (value: string) => longDate(value, language)
  const action = (one: DigestAction) => t.action(one.title, one.community, date(one.due))
  const steps = caseloadMessages[language].steps
  const cases = digest.cases.flatMap((one) => [
    ...(one.isTheirs ? [t.case(one.community, steps[one.step])] : []),
    ...(one.unread > 0 ? [t.unread(one.community, one.unread)] : []),
  ])
  const sections: [string, string[]][] = [
    [t.advisor, cases],
    [t.overdue, digest.overdue.map(action)],
    [t.soon, digest.soon.map(action)],
    [t.parts, digest.parts.map((part) => t.part(part.community, date(part.until)))],
  ]
  const count = sections.reduce((sum, [, lines]) => sum + lines.length, 0)
  if (count === 0) return undefined
  return {
    key: `digest:${day}:${to.personId}`,
    kind: 'digest',
    to: { address: to.email, name: to.name, personId: to.personId },
    language,
    subject: t.subject(count),
    paragraphs: sections.flatMap(([title, lines]) =>
      lines.length === 0
        ? []
        : [
            title,
            ...lines.slice(0, mostLines),
            ...(lines.length > mostLines ? [t.more(lines.length - mostLines)] : []),
          ],
    ),
    link:
      cases.length > 0
        ? { label: t.toDesk, href: `${origin}${paths.desk(language)}` }
        : { label: t.toStart, href: `${origin}${paths.start(language)}` },
  }
}
