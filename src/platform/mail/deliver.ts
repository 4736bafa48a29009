import type { Now } from '../clock.ts'
import { type Db, type Tx, withSettings } from '../database/connection.ts'
import { isOptional, type MailStatus } from './mail.ts'
import { isRefused, type KeptMail, setMailStatus, takeMail } from './store.ts'

/**
 * What a mail server made of a message. `later`: it is sure that it did not leave, and it may be tried again. `unsure`: the line
 * broke after the message was handed over, so a person decides; trying again could send it twice.
 */
export type Outcome = { result: 'sent' } | { result: 'later' | 'refused' | 'unsure'; problem: string }

export type MailSender = { send(mail: KeptMail): Promise<Outcome> }

export type Delivery = {
  db: Db
  now: Now
  /** Left out when no usable mail server is set. */
  sender?: MailSender
  /** Seconds until the next try, by how often it was tried. */
  retryIn?: (attempt: number) => number
  /** Makes the job of the next try. */
  retry: (tx: Tx, message: { id: string; notBefore: Date }) => Promise<void>
  write: (line: string) => void
}

/** After this many tries, about twelve hours, a person has to look. */
const mostAttempts = 10

/** The database's clock starts the job, the service's is asked here: they may differ by this much. */
const tolerance = 60_000

/** 1, 2, 4 … minutes, at most four hours. */
function usualWait(attempt: number): number {
  return Math.min(60 * 2 ** (attempt - 1), 4 * 3600)
}

/**
 * Sends one message, if it is still wanted. It is marked before it goes out and settled afterwards; a process that ends in between
 * leaves it marked, and the outbox says that it may have left.
 *
 * @returns where it now stands; nothing when there was nothing to do
 */
export async function deliverMail(deps: Delivery, id: string): Promise<MailStatus | undefined> {
  const { db, now, sender } = deps
  const mail = await asMailer(db, async (tx) => {
    const found = await takeMail(tx, id, new Date(now().getTime() + tolerance))
    if (found === undefined) return undefined
    if (isOptional(found.kind) && (await isRefused(tx, found))) {
      await setMailStatus(tx, found, 'cancelled', { now: now(), problem: 'unsubscribed' })
      return 'cancelled' as const
    }
    await setMailStatus(tx, found, sender ? 'sending' : 'held', { now: now(), attempt: sender !== undefined })
    return sender ? found : ('held' as const)
  })
  if (mail === undefined || typeof mail === 'string' || sender === undefined) return mail as MailStatus | undefined
  const outcome = await sender.send(mail)
  return asMailer(db, (tx) => settle(tx, deps, mail, outcome))
}

async function settle(tx: Tx, deps: Delivery, mail: KeptMail, outcome: Outcome): Promise<MailStatus> {
  const now = deps.now()
  if (outcome.result === 'sent') {
    await setMailStatus(tx, mail, 'sent', { now })
    return 'sent'
  }
  const { problem } = outcome
  deps.write(`mail ${mail.kind} ${outcome.result} ${problem}`)
  if (outcome.result === 'unsure') {
    await setMailStatus(tx, mail, 'sending', { now, problem })
    return 'sending'
  }
  const attempt = mail.attempts + 1
  if (outcome.result === 'refused' || attempt >= mostAttempts) {
    await setMailStatus(tx, mail, 'failed', { now, problem })
    return 'failed'
  }
  const notBefore = new Date(now.getTime() + (deps.retryIn ?? usualWait)(attempt) * 1000)
  await setMailStatus(tx, mail, 'queued', { now, problem, notBefore })
  await deps.retry(tx, { id: mail.id, notBefore })
  return 'queued'
}

function asMailer<T>(db: Db, action: (tx: Tx) => Promise<T>): Promise<T> {
  return withSettings(db, { 'waymark.purpose': 'service' }, action)
}
