import { onDevice, paths } from '../../paths.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { Language } from '../../platform/languages.ts'
import type { Mail, QueueMail } from '../../platform/mail/mail.ts'
import { requestMessages } from './messages.ts'
import { listManagers, type ServiceRequest } from './store.ts'

type Sending = { queueMail: QueueMail; origin: string; now: () => Date }

type Asking = Pick<ServiceRequest, 'id' | 'communityName' | 'contactName' | 'email' | 'language' | 'version'>

/** A mail to the person who asked, in the language they want to work in. */
async function toAsking(
  tx: Tx,
  { queueMail, now }: Sending,
  request: Asking,
  mail: Pick<Mail, 'subject' | 'paragraphs'> & { key: string; link?: Mail['link'] },
): Promise<void> {
  const { key, subject, paragraphs, link } = mail
  const t = requestMessages[request.language].mail
  await queueMail(
    tx,
    {
      key: `request.${key}:${request.id}:${request.version}`,
      kind: 'request',
      to: { address: request.email, name: request.contactName },
      language: request.language,
      subject,
      paragraphs: [t.hello(request.contactName), ...paragraphs],
      ...(link ? { link } : {}),
    },
    now(),
  )
}

/** The request arrived: a line to whoever asked, with their link. */
export function mailReceived(tx: Tx, sending: Sending, request: Asking, token: string): Promise<void> {
  const t = requestMessages[request.language].mail
  return toAsking(tx, sending, request, {
    key: 'received',
    subject: t.receivedSubject(request.communityName),
    paragraphs: [t.received(request.communityName)],
    link: { label: t.see, href: `${sending.origin}${paths.requestSent(request.language, token)}` },
  })
}

/** A question, with a link under which it is answered without an account. */
export function mailAskedBack(tx: Tx, sending: Sending, request: Asking, given: { token: string; body: string }) {
  const t = requestMessages[request.language].mail
  return toAsking(tx, sending, request, {
    key: 'asked-back',
    subject: t.askedSubject(request.communityName),
    paragraphs: [t.asked, given.body, t.noAccount],
    link: { label: t.answerHere, href: `${sending.origin}${paths.requestSent(request.language, given.token)}` },
  })
}

/** Declined, in the manager's own words, with the way to go alone. */
export function mailDeclined(tx: Tx, sending: Sending, request: Asking, body: string): Promise<void> {
  const t = requestMessages[request.language].mail
  return toAsking(tx, sending, request, {
    key: 'declined',
    subject: t.declinedSubject(request.communityName),
    paragraphs: [body, t.declinedAlone],
    link: { label: t.startAlone, href: `${sending.origin}${paths.selfCheck(request.language, onDevice)}` },
  })
}

/** Accepted: the invitation itself comes in a mail of its own. */
export function mailAccepted(
  tx: Tx,
  sending: Sending,
  request: Asking,
  joined: { advisor: string; journeyId: string } | undefined,
): Promise<void> {
  const t = requestMessages[request.language].mail
  const text = joined ? t.handOverAccepted(request.communityName, joined.advisor) : t.accepted(request.communityName)
  return toAsking(tx, sending, request, {
    key: 'accepted',
    subject: t.acceptedSubject(request.communityName),
    paragraphs: [text],
    ...(joined
      ? {
          link: {
            label: t.openJourney,
            href: `${sending.origin}${paths.journey(request.language, joined.journeyId)}`,
          },
        }
      : {}),
  })
}

/** Tells the managers that a request waits for them. */
export async function mailManagers(
  tx: Tx,
  { queueMail, origin, now }: Sending,
  request: Asking & { handedOver?: boolean },
  why: 'new' | 'answered',
): Promise<void> {
  for (const manager of await listManagers(tx)) {
    const t = requestMessages[manager.language].mail
    const { contactName, communityName } = request
    const text =
      why === 'answered'
        ? t.managerAnswered(contactName, communityName)
        : (request.handedOver ? t.managerHandOver : t.managerText)(contactName, communityName)
    await queueMail(
      tx,
      {
        key: `request.${why}:${request.id}:${request.version}:${manager.personId}`,
        kind: 'request',
        to: { address: manager.email, name: manager.name, personId: manager.personId },
        language: manager.language,
        subject: t.managerSubject(communityName),
        paragraphs: [t.hello(manager.name), text],
        link: { label: t.managerOpen, href: `${origin}${paths.program(manager.language, 'requests', request.id)}` },
      },
      now(),
    )
  }
}

/** Tells an advisor whom they now work with. */
export async function mailAdvisor(
  tx: Tx,
  { queueMail, origin, now }: Sending,
  given: {
    advisor: { personId: string; name: string; email: string; language: Language }
    community: string
    communityId: string
    journeyId: string
  },
): Promise<void> {
  const { advisor, community, communityId, journeyId } = given
  const t = requestMessages[advisor.language].mail
  await queueMail(
    tx,
    {
      key: `request.assigned:${journeyId}:${advisor.personId}`,
      kind: 'stage-change',
      to: { address: advisor.email, name: advisor.name, personId: advisor.personId },
      language: advisor.language,
      subject: t.advisorSubject(community),
      paragraphs: [t.hello(advisor.name), t.advisorText(community)],
      link: { label: t.openJourney, href: `${origin}${paths.journey(advisor.language, journeyId)}` },
      communityId,
      journeyId,
    },
    now(),
  )
}
