import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { say } from '../content/text.ts'
import { certificateDocument } from '../documents/certificate-document.ts'
import { paths } from '../paths.ts'
import { type Actor, asPerson, asService, frameOf, type RoomDependencies } from '../people/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import { uuid } from '../platform/ids.ts'
import { negotiateLanguage } from '../platform/languages.ts'
import type { AppEnvironment } from '../platform/web/environment.ts'
import { readForm, textIn } from '../platform/web/posted-form.ts'
import { rateLimit } from '../platform/web/rate-limit.ts'
import { readSettings } from '../program/index.ts'
import { dayIn } from '../ui/dates.ts'
import { documentOf } from '../ui/layout.tsx'
import { addresses } from './addresses.ts'
import { credentialLimits } from './credential-file.ts'
import { controllerDocument } from './key-documents.ts'
import { listKeys } from './key-store.ts'
import { CredentialPage, type OpenFrame } from './public-pages.tsx'
import { signedCredential } from './signing.ts'
import { signedList } from './status-list.ts'
import { findCredential, findShownCredential, type IssuedCredential } from './store.ts'
import { type Verification, verify, verifyText } from './verification.ts'
import { VerifiedPage, VerifyPage } from './verify-pages.tsx'

export type CredentialDependencies = RoomDependencies & {
  /** The installation's secret, which seals the keys that sign. */
  secret: string
}

/** Checks that one address may ask for in ten minutes. */
const checksAllowed = 60

/** Of W3C Verifiable Credentials 2.0. */
const credentialType = 'application/vc'

/** The credential of an address: for all who know it, unless its holder hides it; for the holder in any case. */
async function load(
  deps: CredentialDependencies,
  id: string,
  actor: Actor | undefined,
): Promise<{ credential: IssuedCredential; isHolder: boolean }> {
  if (!uuid.test(id)) throw new NotFoundError()
  const own = actor && (await asPerson(deps.db, actor, (tx) => findCredential(tx, id)))
  if (own && own.personId === actor?.personId) return { credential: own, isHolder: true }
  const credential = await asService(deps.db, (tx) => findShownCredential(tx, id))
  if (credential === undefined) throw new NotFoundError()
  return { credential, isHolder: false }
}

/** Pages that are open to all: one certificate, and the check of any. The address of a certificate cannot be guessed. */
export function publicRoutes(deps: CredentialDependencies) {
  const { db, asset, now, timeZone, guard, origin } = deps
  const limited = rateLimit({ requests: checksAllowed, seconds: 600, now, trustProxy: deps.trustProxy }, () => {
    throw new HTTPException(429)
  })
  const openFrame = (c: Context<AppEnvironment>, actor: Actor | undefined): OpenFrame => {
    c.header('Cache-Control', 'no-store')
    const { language } = c.var
    return actor
      ? frameOf({ var: { language, actor }, req: c.req }, asset)
      : { language, path: c.req.path, asset, hidden: true }
  }

  return new Hono<AppEnvironment>()
    .get('/credentials/verify', async (c) => {
      const frame = openFrame(c, await guard.actorOf(c))
      return c.html(documentOf(<VerifyPage frame={frame} text="" reason={undefined} />))
    })
    .post('/credentials/verify', limited, async (c) => {
      const frame = { ...openFrame(c, await guard.actorOf(c)), path: paths.credentials(c.var.language, 'verify') }
      const form = await readForm(c.req)
      const file = [form.file].flat().find((part) => part instanceof File && part.size > 0)
      const typed = textIn(form, 'text')
      const verification: Verification =
        file instanceof File && file.size > credentialLimits.bytes
          ? { readable: false, reason: 'too-large' }
          : await verifyText(deps, file instanceof File ? await file.text() : typed)
      if (!verification.readable) {
        const text = typed.slice(0, credentialLimits.bytes)
        return c.html(documentOf(<VerifyPage frame={frame} text={text} reason={verification.reason} />), 422)
      }
      return c.html(documentOf(<VerifiedPage frame={frame} timeZone={timeZone} verification={verification} />))
    })
    .get('/credentials/:file{[0-9a-f-]+\\.json}', async (c) => {
      const id = c.req.param('file').slice(0, -'.json'.length)
      const { credential } = await load(deps, id, await guard.actorOf(c))
      return c.body(JSON.stringify(await signedCredential(deps, credential), null, 2), 200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="certificate-${id.slice(0, 8)}.json"`,
        'Cache-Control': 'no-store',
      })
    })
    .get('/credentials/:file{[0-9a-f-]+\\.pdf}', async (c) => {
      const id = c.req.param('file').slice(0, -'.pdf'.length)
      const { credential } = await load(deps, id, await guard.actorOf(c))
      const { language, kind, subject } = credential
      const { settings } = await readSettings(db)
      const values = {
        kind,
        id,
        holder: credential.holderName,
        title: say(subject.title, language).text,
        hours: subject.hours,
        objectives: subject.objectives.map((objective) => say(objective, language).text),
        day: dayIn(credential.issuedAt, timeZone),
        program: settings.name[language] || settings.name.en || settings.name.fr || 'Waymark',
        address: addresses.credential(origin, id),
      }
      const pdf = await deps.makeDocument(certificateDocument(values, language), 'pdf')
      return c.body(new Uint8Array(pdf), 200, {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="certificate-${id.slice(0, 8)}.pdf"`,
        'Cache-Control': 'no-store',
      })
    })
    .get('/credentials/:credential{[0-9a-f-]+}', async (c) => {
      const actor = await guard.actorOf(c)
      const { credential, isHolder } = await load(deps, c.req.param('credential'), actor)
      const verification = await verify(deps, await signedCredential(deps, credential))
      const { settings } = await readSettings(db)
      const { language } = c.var
      const page = {
        frame: openFrame(c, actor),
        timeZone: actor?.timeZone ?? timeZone,
        credential,
        isHolder,
        now: now(),
        verdict: verification.readable ? verification.verdict : ('not-valid' as const),
        issuerName: settings.name[language] || settings.name.en || settings.name.fr || 'Waymark',
      }
      return c.html(documentOf(<CredentialPage {...page} />))
    })
}

/**
 * What other machines ask for, under the addresses that credentials name; they carry no language. The keys and the lists hold
 * nothing of anyone and are for every site to read.
 */
export function credentialDocuments(deps: CredentialDependencies) {
  const forAll = (type: string) => ({
    'Content-Type': type,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'public, max-age=300',
  })
  return new Hono<AppEnvironment>()
    .get('/issuer', async (c) => {
      const issuer = addresses.issuer(deps.origin)
      const keys = (await listKeys(deps.db)).filter((key) => key.issuer === issuer)
      return c.body(JSON.stringify(controllerDocument(issuer, keys)), 200, forAll('application/ld+json'))
    })
    .get('/status/:list{[1-9][0-9]{0,5}}', async (c) => {
      const list = await signedList(deps, Number(c.req.param('list')))
      if (list === undefined) throw new NotFoundError()
      return c.body(JSON.stringify(list), 200, forAll(credentialType))
    })
    .get('/:credential{[0-9a-f-]+}', async (c) => {
      const id = c.req.param('credential')
      const { credential } = await load(deps, id, undefined)
      c.header('Vary', 'Accept, Accept-Language')
      c.header('Cache-Control', 'no-store')
      if (/json|application\/vc/.test(c.req.header('accept') ?? '')) {
        return c.body(JSON.stringify(await signedCredential(deps, credential)), 200, { 'Content-Type': credentialType })
      }
      const wished = c.req.header('accept-language')
      return c.redirect(paths.credentials(wished ? negotiateLanguage(wished) : credential.language, id), 302)
    })
}
