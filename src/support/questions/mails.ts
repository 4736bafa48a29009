import { paths } from '../../paths.ts'
import type { RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { Language } from '../../platform/languages.ts'
import { leadsOf, listParties, managers } from '../desk-store.ts'
import { questionMailMessages } from './mail-messages.ts'
import type { Question } from './store.ts'

export type MailDependencies = Pick<RoomDependencies, 'queueMail' | 'origin' | 'now'>

/** What a message about a question says: never what was asked, since mail is not the place for it. */
export type AboutQuestion = { question: Question; communityName: string }

type Kind = keyof (typeof questionMailMessages)['en']['kinds']

/**
 * Tells people that a question waits for them. The transaction is the service's: whoever answers may be of another place.
 *
 * @param given.key makes each act one message
 */
async function tell(
  deps: MailDependencies,
  tx: Tx,
  about: AboutQuestion,
  given: {
    kind: Kind
    to: readonly (string | undefined)[]
    key: string
    href: (language: Language) => string
    named: boolean
  },
): Promise<void> {
  const { question } = about
  for (const person of await listParties(tx, given.to)) {
    const t = questionMailMessages[person.language]
    const words = t.kinds[given.kind]
    await deps.queueMail(
      tx,
      {
        key: `support.${given.kind}:${question.id}:${given.key}:${person.personId}`,
        kind: 'question',
        to: { address: person.address, name: person.name, personId: person.personId },
        language: person.language,
        subject: words.subject(about.communityName),
        paragraphs: words.text(about.communityName),
        link: { label: words.link, href: `${deps.origin}${given.href(person.language)}` },
        // Mail to the program's people is not the community's.
        ...(given.named ? { communityId: question.communityId } : {}),
      },
      deps.now(),
    )
  }
}

const thread = (question: Question) => (language: Language) =>
  paths.support(language, question.communityId, question.id)
const atDesk = (question: Question) => (language: Language) => paths.desk(language, 'support', question.id)

/** Whoever answers learns of a new question, or of a follow-up. */
export function tellAnswerer(
  deps: MailDependencies,
  tx: Tx,
  about: AboutQuestion,
  given: { kind: 'asked' | 'followed-up' | 'passed'; key: string },
): Promise<void> {
  const { question } = about
  return tell(deps, tx, about, { ...given, to: [question.answererId], href: atDesk(question), named: false })
}

/** Whoever asked learns of an answer. */
export function tellAsker(deps: MailDependencies, tx: Tx, about: AboutQuestion, key: string): Promise<void> {
  const { question } = about
  return tell(deps, tx, about, { kind: 'answered', key, to: [question.askedBy], href: thread(question), named: true })
}

/** Leads and stewards are asked whether a question may leave the community's own team. */
export async function tellLeads(deps: MailDependencies, tx: Tx, about: AboutQuestion, key: string): Promise<void> {
  const { communityId } = about.question
  const to = await leadsOf(tx, communityId)
  const href = (language: Language) => paths.support(language, communityId)
  await tell(deps, tx, about, { kind: 'agreement', key, to, href, named: true })
}

/** The program's management learns that nobody fits. */
export async function tellManagers(deps: MailDependencies, tx: Tx, about: AboutQuestion, key: string): Promise<void> {
  const href = (language: Language) => paths.desk(language, 'support')
  await tell(deps, tx, about, { kind: 'unrouted', key, to: await managers(tx), href, named: false })
}
