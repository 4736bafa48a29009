import MailComposer from 'nodemailer/lib/mail-composer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { composeMail, type MailHead } from './compose.ts'
import type { MailSender, Outcome } from './deliver.ts'

/** How the host says where mail goes: three settings, each as it was given. */
export type MailSettings = { smtpUrl?: string; from?: string; replyTo?: string }

export type MailSetUp =
  | { kind: 'none' }
  | { kind: 'unusable'; printed: string }
  | { kind: 'ready'; sender: MailSender; host: string }

const address = /^(?:[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/

/**
 * Makes the way to the mail server. Settings that cannot be used keep the service from sending, not from starting: the line to
 * print says what is wrong, and mail is held in the outbox.
 */
export function setUpMail(settings: MailSettings, addresses: MailHead['addresses']): MailSetUp {
  const { smtpUrl, from, replyTo } = settings
  if (smtpUrl === undefined) return { kind: 'none' }
  const usable = /^smtps?:\/\/[^/]/.test(smtpUrl) && URL.canParse(smtpUrl)
  const problems = [
    ...(usable ? [] : [['WAYMARK_SMTP_URL', 'smtp://user:password@mail.example.org:587']]),
    ...(from !== undefined && address.test(from) ? [] : [['WAYMARK_MAIL_FROM', 'Waymark <waymark@example.org>']]),
    ...(replyTo === undefined || address.test(replyTo) ? [] : [['WAYMARK_MAIL_REPLY_TO', 'help@example.org']]),
  ]
  if (problems.length > 0 || from === undefined) {
    const lines = problems.flatMap(([name, example]) => [
      `${name} cannot be used; it must look like ${example}. Until then mail waits in the outbox (/en/program/outbox).`,
      `${name} est inutilisable; il doit ressembler à ${example}. D’ici là, les courriels attendent dans la boîte d’envoi (/fr/program/outbox).`,
    ])
    return { kind: 'unusable', printed: lines.join('\n') }
  }
  const head: MailHead = { from, addresses, ...(replyTo === undefined ? {} : { replyTo }) }
  return { kind: 'ready', sender: smtpSender(smtpUrl, head), host: new URL(smtpUrl).host }
}

/** Sends one message over a connection of its own, so that what goes wrong belongs to that message. */
function smtpSender(url: string, head: MailHead): MailSender {
  const { auth, ...options } = parseConnectionUrl(url) as SMTPConnection.Options & {
    auth?: { user?: string; pass?: string }
  }
  return {
    async send(mail): Promise<Outcome> {
      const connection = new SMTPConnection({
        connectionTimeout: 20_000,
        greetingTimeout: 20_000,
        socketTimeout: 60_000,
        ...options,
      })
      let handingOver = false
      try {
        const message = new MailComposer(composeMail(mail, head)).compile()
        const content = await message.build()
        await step(connection, (done) => connection.connect(done))
        if (auth?.user) {
          const credentials = { user: auth.user, pass: auth.pass ?? '' }
          await step(connection, (done) => connection.login({ user: credentials.user, credentials }, done))
        }
        handingOver = true
        const envelope = { from: message.getEnvelope().from || '', to: mail.to.address }
        await step(connection, (done) => connection.send(envelope, content, done))
        connection.quit()
        return { result: 'sent' }
      } catch (error) {
        connection.close()
        return outcomeOf(error as SMTPConnection.SMTPError, handingOver)
      }
    },
  }
}

/** One exchange with the server; a line that breaks meanwhile ends it. */
function step(connection: SMTPConnection, action: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject)
    action((error) => (error ? reject(error) : resolve()))
  })
}

/** A server's own "no" is sure: 4xx means later, 5xx never. Silence after the message was offered leaves it open. */
function outcomeOf(error: SMTPConnection.SMTPError, handingOver: boolean): Outcome {
  const problem = (error.response ?? error.message).slice(0, 500)
  if (!handingOver) return { result: 'later', problem }
  const code = error.responseCode ?? 0
  if (code >= 500) return { result: 'refused', problem }
  if (code >= 400) return { result: 'later', problem }
  return { result: 'unsure', problem }
}
