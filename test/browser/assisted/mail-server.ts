import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail as someone would read it. */
type Letter = {
  to: string
  subject: string
  text: string
  links: string[]
  /** What comes with it for a calendar, its folded lines made whole; empty without. */
  calendar: string
}

export type MailServer = {
  port: number
  /** The newest mail to an address whose link matches, waiting for it; each mail is read once. */
  letterTo(address: string, link: RegExp): Promise<Letter>
  stop(): Promise<void>
}

/** How long a mail may take: it goes through the queue of jobs. */
const patience = 20_000

/** A real mail server that keeps what it is given. */
export async function startMailServer(): Promise<MailServer> {
  const letters: Letter[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        letters.push(letterOf(mail))
        done()
      }, done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port')

  const take = (to: string, link: RegExp): Letter | undefined => {
    const index = letters.findLastIndex((one) => one.to === to && one.links.some((href) => link.test(href)))
    return index < 0 ? undefined : letters.splice(index, 1)[0]
  }
  return {
    port: address.port,
    letterTo: async (to, link) => {
      const until = Date.now() + patience
      for (;;) {
        const letter = take(to, link)
        if (letter !== undefined) return letter
        if (Date.now() > until)
          throw new Error(`no mail to ${to} with a link like ${link}; there are: ${listed(letters)}`)
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function letterOf(mail: ParsedMail): Letter {
  const to = [mail.to ?? []].flat().flatMap(({ value }) => value)[0]?.address ?? ''
  const text = mail.text ?? ''
  const file = mail.attachments.find(({ contentType }) => contentType === 'text/calendar')
  return {
    to,
    subject: mail.subject ?? '',
    text,
    links: text.match(/https?:\/\/[^\s<>"]+/g) ?? [],
    calendar: file?.content.toString('utf8').replaceAll('\r\n ', '') ?? '',
  }
}

const listed = (letters: readonly Letter[]) => letters.map(({ to, subject }) => `${to}: ${subject}`).join('; ')
