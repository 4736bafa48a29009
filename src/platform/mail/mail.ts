import type { Tx } from '../database/connection.ts'
import type { Language } from '../languages.ts'

/** Why a message is sent. */
export const mailKinds = [
  'sign-in',
  'security',
  'invitation',
  'booking',
  'reminder',
  'stage-change',
  'sign-off',
  'question',
  'message',
  'request',
  'digest',
] as const

export type MailKind = (typeof mailKinds)[number]

/** What a person may do without: unsubscribing stops these, and nothing else. */
export const optionalKinds = ['reminder', 'digest', 'stage-change', 'message', 'question'] as const

export type OptionalKind = (typeof optionalKinds)[number]

export function isOptional(kind: string): kind is OptionalKind {
  return optionalKinds.some((optional) => optional === kind)
}

/** Where a message stands. `sending` that lasts: the service stopped in between, and the message may have left. */
export const mailStatuses = ['queued', 'sending', 'sent', 'failed', 'held', 'cancelled'] as const

export type MailStatus = (typeof mailStatuses)[number]

/** One message to one person, in their language; the room that sends it writes its words. */
export type Mail = {
  /** The same key is never queued twice: `interview.booked:<booking id>:<version>:<person id>`. */
  key: string
  kind: MailKind
  to: { address: string; name?: string; personId?: string }
  language: Language
  subject: string
  /** Paragraphs of plain text. */
  paragraphs: string[]
  /** The one thing to do. An absolute address. */
  link?: { label: string; href: string }
  attachments?: { name: string; type: string; content: string }[]
  communityId?: string
  journeyId?: string
  /** Its link or code signs someone in: the outbox masks the text, and it is erased once it has left. */
  secret?: boolean
  /** Not before this moment: reminders. */
  notBefore?: Date
  /** All mail with this tag that has not left is dropped by `cancelMail(tx, tag)`: reminders stop on completion. */
  cancelTag?: string
}

/** Puts a message into the queue in the caller's own transaction: if that is undone, nothing is sent. */
export type QueueMail = (tx: Tx, mail: Mail, now: Date) => Promise<void>
