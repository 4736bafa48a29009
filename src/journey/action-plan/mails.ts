import { paths } from '../../paths.ts'
import { listMembers, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'
import { draftMessages } from './draft-messages.ts'
import { findReceivers } from './receivers-store.ts'

export type MailDependencies = Pick<RoomDependencies, 'queueMail' | 'now' | 'origin'>

type About = { communityId: string; communityName: string; journeyId: string; by: { personId: string; name: string } }

/** Tells everyone in the community, but whoever did it, that a draft can be read. */
export async function tellOfDraft(
  deps: MailDependencies,
  tx: Tx,
  about: About & { document: string; version: number },
): Promise<void> {
  const members = await listMembers(tx, about.communityId)
  const ids = members.map(({ personId }) => personId).filter((id) => id !== about.by.personId)
  await toEach(deps, tx, ids, about, (language) => {
    const t = draftMessages[language]
    return {
      key: `action-plan.draft-published:${about.document}`,
      kind: 'stage-change',
      subject: t.publishedSubject(about.communityName),
      paragraphs: [t.publishedMail(about.by.name, about.version)],
      link: { label: t.publishedLink, href: paths.journey(language, about.journeyId, 'draft-plan') },
    }
  })
}

/** Tells an expert that a question waits. */
export async function tellExpert(
  deps: MailDependencies,
  tx: Tx,
  about: About & { question: string; expertId: string },
): Promise<void> {
  await toEach(deps, tx, [about.expertId], about, (language) => {
    const t = draftMessages[language]
    return {
      key: `action-plan.expert-asked:${about.question}`,
      kind: 'question',
      subject: t.questionSubject(about.communityName),
      paragraphs: [t.questionMail(about.by.name, about.communityName)],
      link: { label: t.questionLink, href: paths.desk(language, 'questions') },
    }
  })
}

/** Asks the leads and data stewards whether an expert may see their journey. */
export async function askToShare(
  deps: MailDependencies,
  tx: Tx,
  about: About & { question: string; expert: string },
): Promise<void> {
  const members = await listMembers(tx, about.communityId)
  const ids = members
    .filter(({ roles }) => roles.includes('lead') || roles.includes('steward'))
    .map(({ personId }) => personId)
  await toEach(deps, tx, ids, about, (language) => {
    const t = draftMessages[language]
    return {
      key: `action-plan.share-asked:${about.question}`,
      kind: 'question',
      subject: t.shareSubject(about.expert),
      paragraphs: [t.shareMail(about.by.name, about.expert)],
      link: { label: t.shareLink, href: `${paths.journey(language, about.journeyId, 'draft-plan')}#questions` },
    }
  })
}

/** Tells whoever asked that the expert answered. */
export async function tellOfAnswer(
  deps: MailDependencies,
  tx: Tx,
  about: About & { question: string; askedBy: string },
): Promise<void> {
  await toEach(deps, tx, [about.askedBy], about, (language) => {
    const t = draftMessages[language]
    return {
      key: `action-plan.expert-answered:${about.question}`,
      kind: 'question',
      subject: t.answeredSubject(about.communityName),
      paragraphs: [t.answeredMail(about.by.name)],
      link: { label: t.answeredLink, href: `${paths.journey(language, about.journeyId, 'draft-plan')}#questions` },
    }
  })
}

type Written = {
  key: string
  kind: 'stage-change' | 'question'
  subject: string
  paragraphs: string[]
  link: { label: string; href: string }
}

async function toEach(
  { queueMail, now, origin }: MailDependencies,
  tx: Tx,
  ids: readonly string[],
  about: About,
  write: (language: Language) => Written,
): Promise<void> {
  for (const person of await findReceivers(tx, ids)) {
    const language = isLanguage(person.language) ? person.language : 'en'
    const mail = write(language)
    await queueMail(
      tx,
      {
        ...mail,
        key: `${mail.key}:${person.personId}`,
        to: { address: person.email, name: person.name, personId: person.personId },
        language,
        link: { ...mail.link, href: `${origin}${mail.link.href}` },
        communityId: about.communityId,
        journeyId: about.journeyId,
      },
      now(),
    )
  }
}
