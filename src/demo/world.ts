import type { Pack } from '../content/schema.ts'
import { findRelease } from '../content/store.ts'
import type { FindSession } from '../people/index.ts'
import type { Now } from '../platform/clock.ts'
import type { Db } from '../platform/database/connection.ts'
import type { Mail, QueueMail } from '../platform/mail/mail.ts'
import { type Browser, type Fetch, openBrowser, sessionsOfFilling } from './browser.ts'
import { castPerson } from './cast.ts'

const second = 1000
const hour = 3_600_000
const day = 24 * hour

/** Opens the whole service on the given clock, sessions and mail; `main.ts` and tests, which know the service, hand it in. */
export type OpenService = (given: { now: Now; findSession: FindSession; queueMail: QueueMail }) => Fetch

/** Where the story happens: the service, its time, and a browser for everyone. */
export type World = {
  db: Db
  /** Moves the time to so many days before today, at an hour of the day (UTC). It never goes back. */
  at(daysAgo: number, hour?: number): void
  /** How many days before today a moment lies. */
  daysAgo(moment: Date): number
  /** Lets some minutes pass. */
  pass(minutes: number): void
  now(): Date
  /** A day before or after today, as `2026-05-31`. */
  date(daysFromToday: number): string
  /** The browser of someone of the cast. */
  as(id: string): Browser
  visitor(language: 'en' | 'fr'): Browser
  /** The address in the newest message of a kind to someone. */
  linkFor(email: string, kind: Mail['kind']): string
  /** What the service teaches: whoever takes a check in the story knows its answers from here. */
  pack(): Promise<Pack>
  /** Id in the cast -> account. */
  personIds: ReadonlyMap<string, string>
}

/** @param given.today the real time: what happens is dated before it */
export function openWorld(given: {
  db: Db
  open: OpenService
  queueMail: QueueMail
  today: Date
  personIds: ReadonlyMap<string, string>
}): World {
  let time = new Date(given.today.getTime() - 100 * day)
  const sent: Mail[] = []
  const sessions = sessionsOfFilling()
  const browsers = new Map<string, Browser>()
  const pass = (milliseconds: number) => {
    time = new Date(Math.min(time.getTime() + milliseconds, given.today.getTime()))
  }
  const linger = () => pass(5 * second)
  const fetch = given.open({
    now: () => time,
    findSession: sessions.find,
    queueMail: async (tx, mail, now) => {
      await given.queueMail(tx, mail, now)
      sent.push(mail)
    },
  })
  let pack: Pack | undefined
  const midnight = Math.floor(given.today.getTime() / day) * day
  return {
    db: given.db,
    personIds: given.personIds,
    pack: async () => {
      if (pack) return pack
      const health = await fetch(new Request('http://localhost/healthz', { headers: { host: 'localhost' } }))
      const { release } = (await health.json()) as { release: string }
      pack = (await findRelease(given.db, release))?.pack
      if (pack === undefined) throw new Error('The service has no content')
      return pack
    },
    now: () => time,
    at: (daysAgo, hourOfDay = 15) => {
      const wanted = new Date(Math.min(midnight - daysAgo * day + hourOfDay * hour, given.today.getTime()))
      if (wanted > time) time = wanted
    },
    daysAgo: (moment) => Math.floor((midnight + day - 1 - moment.getTime()) / day),
    pass: (minutes) => pass(minutes * 60 * second),
    date: (daysFromToday) => new Date(midnight + daysFromToday * day).toISOString().slice(0, 10),
    as: (id) => {
      const known = browsers.get(id)
      if (known !== undefined) return known
      const personId = given.personIds.get(id)
      if (personId === undefined) throw new Error(`${id} has no account`)
      const { language } = castPerson(id)
      const browser = openBrowser(fetch, { language, personId, cookie: sessions.begin(personId) }, linger)
      browsers.set(id, browser)
      return browser
    },
    visitor: (language) => openBrowser(fetch, { language }, linger),
    linkFor: (email, kind) => {
      const href = sent.findLast((mail) => mail.to.address === email && mail.kind === kind && mail.link)?.link?.href
      if (href === undefined) throw new Error(`No message of kind ${kind} with a link went to ${email}`)
      return new URL(href).pathname
    },
  }
}
