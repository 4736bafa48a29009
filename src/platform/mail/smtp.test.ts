import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { testApp } from '../../../test/test-app.ts'
import { asService } from '../../people/index.ts'
import { deliverMail } from './deliver.ts'
import type { Mail } from './mail.ts'
import { setUpMail } from './smtp.ts'
import { insertMail } from './store.ts'

const service = await testApp()
const { db, clock } = service
const addresses = {
  unsubscribe: (language: string, token: string) => `https://waymark.example.org/${language}/unsubscribe/${token}`,
  account: (language: string) => `https://waymark.example.org/${language}/account`,
}

let running: SMTPServer | undefined
afterEach(() => stop())

async function stop(): Promise<void> {
  const server = running
  running = undefined
  if (server) await new Promise<void>((resolve) => server.close(() => resolve()))
}

/** A real mail server on loopback that keeps what it accepts. */
async function mailServer(options: SMTPServerOptions = {}, port = 0) {
  const received: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        received.push(mail)
        done()
      }, done)
    },
    ...options,
  })
  server.on('error', () => undefined)
  running = server
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return { received, port: (server.server.address() as AddressInfo).port }
}

function senderTo(port: number, user = '') {
  const setUp = setUpMail(
    {
      smtpUrl: `smtp://${user}127.0.0.1:${port}`,
      from: 'Waymark <waymark@example.org>',
      replyTo: 'program@example.org',
    },
    addresses,
  )
  if (setUp.kind !== 'ready') throw new Error('The settings should do')
  return setUp.sender
}

async function queue(given: Partial<Mail> = {}): Promise<string> {
  const mail: Mail = {
    key: randomUUID(),
    kind: 'reminder',
    to: { address: 'ada@example.org', name: 'Ada' },
    language: 'en',
    subject: 'Your answers are waiting',
    paragraphs: ['The diagnostic closes on Friday.', 'It takes about an hour.'],
    link: { label: 'Go on answering', href: 'https://waymark.example.org/en/journeys/1' },
    ...given,
  }
  const kept = await asService(db, (tx) => insertMail(tx, mail, clock.time))
  if (kept === undefined) throw new Error('The key was known')
  return kept.id
}

const stateOf = (id: string) =>
  asService(db, (tx) => tx.selectFrom('mail_message').selectAll().where('id', '=', id).executeTakeFirstOrThrow())

function delivery(port: number) {
  const retries: { id: string; notBefore: Date }[] = []
  return {
    retries,
    db,
    now: () => clock.time,
    sender: senderTo(port),
    retry: async (_tx: unknown, message: { id: string; notBefore: Date }) => void retries.push(message),
    write: () => undefined,
  }
}

test('a message arrives as text and as HTML, with the addresses that mail programs look for', async () => {
  const { received, port } = await mailServer()
  const person = await aPerson(service)
  const id = await queue({ to: { address: person.email, name: 'Ada', personId: person.personId } })
  expect(await deliverMail(delivery(port), id)).toBe('sent')
  const [mail] = received
  expect(mail?.subject).toBe('Your answers are waiting')
  expect(mail?.from?.text).toBe('"Waymark" <waymark@example.org>')
  expect(mail?.replyTo?.text).toBe('program@example.org')
  expect(mail?.messageId).toBe(`<${id}@example.org>`)
  const { unsubscribe_token, sent_at, attempts } = await stateOf(id)
  const header = (name: string) => mail?.headerLines.find(({ key }) => key === name)?.line.replace(/\s+/g, ' ')
  expect(header('list-unsubscribe')).toBe(
    `List-Unsubscribe: <https://waymark.example.org/en/unsubscribe/${unsubscribe_token}>`,
  )
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail?.text).toContain('Hello Ada,\n\nThe diagnostic closes on Friday.\n\nIt takes about an hour.')
  expect(mail?.text).toContain('https://waymark.example.org/en/journeys/1')
  expect(mail?.text).toContain('Ce message est en anglais')
  expect(mail?.html).toContain('<html lang="en">')
  expect(mail?.html).toContain('href="https://waymark.example.org/en/journeys/1"')
  expect([sent_at, attempts]).toEqual([clock.time, 1])
})

test('French goes through whole, in the subject, the text and the calendar file', async () => {
  const { received, port } = await mailServer()
  const ics = `BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Entrevue à l’Île-aux-Érables\r\nEND:VCALENDAR\r\n`
  const id = await queue({
    kind: 'booking',
    language: 'fr',
    subject: 'Entrevue sur les besoins : « Île-aux-Érables », 1er décembre',
    paragraphs: ['L’entrevue aura lieu à 10 h.'],
    attachments: [{ name: 'entrevue à venir.ics', type: 'text/calendar; method=REQUEST; charset=utf-8', content: ics }],
  })
  expect(await deliverMail(delivery(port), id)).toBe('sent')
  const [mail] = received
  expect(mail?.subject).toBe('Entrevue sur les besoins : « Île-aux-Érables », 1er décembre')
  expect(mail?.text).toContain('Bonjour Ada,\n\nL’entrevue aura lieu à 10 h.')
  expect(mail?.headers.get('list-unsubscribe'), 'a booking is no optional mail').toBeUndefined()
  expect(mail?.attachments).toHaveLength(1)
  expect(mail?.attachments[0]?.filename).toBe('entrevue à venir.ics')
  expect(mail?.attachments[0]?.contentType).toBe('text/calendar')
  expect(mail?.attachments[0]?.content.toString('utf8')).toBe(ics)
})

test('what a person wrote cannot become markup or another header', async () => {
  const { received, port } = await mailServer()
  const id = await queue({
    to: { address: 'ada@example.org', name: 'Ada\r\nBcc: eve@example.org' },
    subject: 'Hello\r\nBcc: eve@example.org',
    paragraphs: ['<img src=x onerror=alert(1)> & more'],
  })
  await deliverMail(delivery(port), id)
  expect(received[0]?.bcc).toBeUndefined()
  expect(received[0]?.html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; more')
})

test('a server that says "later" is asked again later, and the message leaves once', async () => {
  let refusals = 2
  const { received, port } = await mailServer({
    onRcptTo(_address, _session, done) {
      refusals -= 1
      done(refusals >= 0 ? Object.assign(new Error('Mailbox busy'), { responseCode: 450 }) : undefined)
    },
  })
  const id = await queue()
  const deps = delivery(port)
  expect(await deliverMail(deps, id)).toBe('queued')
  expect(deps.retries.at(-1)?.notBefore).toEqual(new Date(clock.time.getTime() + 60_000))
  expect((await stateOf(id)).problem).toContain('450 Mailbox busy')
  const start = clock.time
  clock.time = new Date(start.getTime() + 60_000)
  expect(await deliverMail(deps, id)).toBe('queued')
  expect(deps.retries.at(-1)?.notBefore).toEqual(new Date(clock.time.getTime() + 120_000))
  expect(await deliverMail(deps, id), 'before its time nothing happens').toBeUndefined()
  clock.time = new Date(clock.time.getTime() + 120_000)
  expect(await deliverMail(deps, id)).toBe('sent')
  expect(await deliverMail(deps, id), 'and never again').toBeUndefined()
  expect(received).toHaveLength(1)
  clock.time = start
})

test('a server that says "never" is not asked again, and the outbox says what it said', async () => {
  const { port } = await mailServer({
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error('No such user'), { responseCode: 550 })),
  })
  const id = await queue()
  const deps = delivery(port)
  expect(await deliverMail(deps, id)).toBe('failed')
  expect((await stateOf(id)).problem).toContain('550 No such user')
  expect(deps.retries).toEqual([])
})

test('a server that is down is found again when it is up', async () => {
  const { port } = await mailServer()
  await stop()
  const id = await queue()
  const deps = delivery(port)
  expect(await deliverMail(deps, id)).toBe('queued')
  expect((await stateOf(id)).problem).toContain('ECONNREFUSED')
  const { received } = await mailServer({}, port)
  clock.time = new Date(clock.time.getTime() + 60_000)
  expect(await deliverMail(deps, id)).toBe('sent')
  expect(received).toHaveLength(1)
})

test('a wrong password holds nothing up for good', async () => {
  const { port } = await mailServer({
    onAuth: (_auth, _session, done) => done(Object.assign(new Error('Bad credentials'), { responseCode: 535 })),
    allowInsecureAuth: true,
  })
  const id = await queue()
  expect(await deliverMail({ ...delivery(port), sender: senderTo(port, 'ada:wrong@') }, id)).toBe('queued')
  expect((await stateOf(id)).problem).toContain('535')
})

test('a line that breaks after the message was handed over is left to a person: it may have left', async () => {
  const { port } = await mailServer({
    onData(stream, session) {
      stream.resume()
      stream.on('end', () => {
        for (const connection of running?.connections ?? []) {
          if ((connection as { id?: string }).id === session.id) {
            ;(connection as unknown as { _socket: { destroy(): void } })._socket.destroy()
          }
        }
      })
    },
  })
  const id = await queue()
  const deps = delivery(port)
  expect(await deliverMail(deps, id)).toBe('sending')
  expect(deps.retries).toEqual([])
  expect(await deliverMail(deps, id), 'it is not sent again by itself').toBeUndefined()
})

test('two processes that take the same message send it once', async () => {
  const { received, port } = await mailServer()
  const id = await queue()
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => deliverMail(delivery(port), id)))
  expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(1)
  expect(received).toHaveLength(1)
})

test('who unsubscribed from reminders gets none, and still gets what cannot be done without', async () => {
  const { received, port } = await mailServer()
  const person = await aPerson(service)
  const to = { address: person.email, personId: person.personId }
  await asService(db, (tx) =>
    tx.insertInto('mail_refusal').values({ person_id: person.personId, kind: 'reminder', since: clock.time }).execute(),
  )
  expect(await deliverMail(delivery(port), await queue({ to }))).toBe('cancelled')
  expect(await deliverMail(delivery(port), await queue({ to, kind: 'security' }))).toBe('sent')
  expect(received).toHaveLength(1)
})

test('a link that signs someone in is erased once it has left', async () => {
  const { port } = await mailServer()
  const id = await queue({ kind: 'sign-in', secret: true })
  await deliverMail(delivery(port), id)
  expect(await stateOf(id)).toMatchObject({ status: 'sent', paragraphs: [], link: null })
})

test('without a mail server mail is held, not lost', async () => {
  const id = await queue({ kind: 'invitation' })
  const { sender: _sender, ...deps } = delivery(1)
  expect(await deliverMail(deps, id)).toBe('held')
  expect(await stateOf(id)).toMatchObject({ status: 'held', attempts: 0 })
})

test.each([
  [{ smtpUrl: 'mail.example.org', from: 'waymark@example.org' }, 'WAYMARK_SMTP_URL'],
  [{ smtpUrl: 'https://mail.example.org', from: 'waymark@example.org' }, 'WAYMARK_SMTP_URL'],
  [{ smtpUrl: 'smtp://mail.example.org' }, 'WAYMARK_MAIL_FROM'],
  [{ smtpUrl: 'smtp://mail.example.org', from: 'Waymark' }, 'WAYMARK_MAIL_FROM'],
  [{ smtpUrl: 'smtp://mail.example.org', from: 'a@b.ca', replyTo: 'nobody' }, 'WAYMARK_MAIL_REPLY_TO'],
])('settings %j are named with what is allowed, in both languages', (settings, name) => {
  const setUp = setUpMail(settings, addresses)
  expect(setUp.kind).toBe('unusable')
  expect(setUp.kind === 'unusable' && setUp.printed).toMatch(new RegExp(`^${name} cannot be used.*\\n${name} est`, 's'))
})
