import { randomUUID } from 'node:crypto'
import { issueCredential } from '../../src/credentials/index.ts'
import { asPerson } from '../../src/people/index.ts'
import { signedInAs } from '../sign-in.ts'
import type { TestApp } from '../test-app.ts'

/** A certificate's signed file, as far as tests look into it. */
export type SignedFile = { [name: string]: unknown; proof: { verificationMethod: string; proofValue: string } }

/** What a test of certificates does again and again: issue one, fetch its file, check a file, open and post pages. */
export function certificatesOf({ app, db, clock, deps: { queueMail } }: TestApp) {
  const get = (path: string, personId?: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers: { ...(personId ? signedInAs(personId) : {}), ...headers } })
  const post = (path: string, personId: string | undefined, form: Record<string, string>) =>
    app.request(path, {
      method: 'POST',
      headers: {
        ...(personId ? signedInAs(personId) : { 'sec-fetch-site': 'same-origin' }),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(form),
    })
  const issuing = { queueMail, origin: 'http://localhost:3000' }
  return {
    get,
    post,
    issuing,
    /** A certificate of a person: for a course of its own, or for a named one. */
    issued(holder: { personId: string; name: string }, id: string = randomUUID()) {
      const { personId, name: holderName } = holder
      const given = { personId, holderName, kind: 'course' as const, subject: aCourse(id), language: 'en' as const }
      return asPerson(db, holder, (tx) => issueCredential(issuing, tx, { ...given, at: clock.time }))
    },
    async fileOf(id: string): Promise<SignedFile> {
      return (await (await get(`/en/credentials/${id}.json`)).json()) as SignedFile
    },
    /** What the page that checks says in one line. */
    async check(credential: unknown): Promise<string | undefined> {
      const response = await post('/en/credentials/verify', undefined, { text: JSON.stringify(credential) })
      return /<h1>(.*?)<\/h1>/s.exec(await response.text())?.[1]
    },
  }
}

/** What was finished, as `issueCredential` takes it. */
export function aCourse(id: string) {
  return {
    id,
    title: { en: 'First steps in shelf care', fr: 'Premiers pas dans le soin des rayons' },
    hours: 2.5,
    objectives: [{ en: 'Count what is on a shelf', fr: 'Compter ce qui est sur un rayon' }],
  }
}
