import { type Context, Hono } from 'hono'
import { say } from '../content/text.ts'
import { may } from '../domain/access.ts'
import { paths } from '../paths.ts'
import { type ActorEnvironment, asPerson, asService, frameOf } from '../people/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import { uuid } from '../platform/ids.ts'
import { readForm, textIn } from '../platform/web/posted-form.ts'
import { recordProgramEvent } from '../program/index.ts'
import { dayIn } from '../ui/dates.ts'
import { documentOf } from '../ui/layout.tsx'
import type { FieldError } from '../ui/parts.tsx'
import { addresses } from './addresses.ts'
import { listKeys, markKeyRevoked } from './key-store.ts'
import { replaceKey } from './keys.ts'
import { type KeyDraft, KeysPage } from './keys-pages.tsx'
import { forgetSignedLists } from './list-store.ts'
import { credentialMessages } from './messages.ts'
import { credentialProgramMessages } from './program-messages.ts'
import { ProgramCredentialPage, ProgramCredentialsPage } from './program-pages.tsx'
import type { CredentialDependencies } from './public-routes.tsx'
import {
  findCredential,
  findHolder,
  forgetSignedBy,
  type IssuedCredential,
  listCredentials,
  revokeCredential,
} from './store.ts'

const pageSize = 50
const shortestReason = 10

/** `/program/credentials`: what was issued, revoking, and the keys that sign. */
export function programRoutes(deps: CredentialDependencies) {
  const { db, now, asset, guard, timeZone } = deps
  const common = (c: Context<ActorEnvironment>) => ({ frame: frameOf(c, asset), standing: c.var.standing, timeZone })

  const drawKeys = async (c: Context<ActorEnvironment>, draft: KeyDraft, errors: FieldError[]) => {
    const done = c.req.query('done')
    const page = {
      ...common(c),
      // Sent with an error, the page still has the address of the form.
      frame: { ...frameOf(c, asset), path: paths.program(c.var.language, 'credentials', 'keys') },
      issuer: addresses.issuer(deps.origin),
      keys: await listKeys(db),
      draft,
      errors,
      notice: done === 'rotated' || done === 'revoked' ? (done as 'rotated' | 'revoked') : undefined,
    }
    return c.html(documentOf(<KeysPage {...page} />), errors.length > 0 ? 422 : 200)
  }

  const load = async (c: Context<ActorEnvironment>): Promise<IssuedCredential> => {
    const id = c.req.param('credential') ?? ''
    const found = uuid.test(id) ? await asPerson(db, c.var.actor, (tx) => findCredential(tx, id)) : undefined
    if (found === undefined) throw new NotFoundError()
    return found
  }

  return new Hono<ActorEnvironment>()
    .get('/program/credentials', guard.program('credential.revoke'), async (c) => {
      const words = (c.req.query('words') ?? '').trim().slice(0, 100)
      const from = Math.min(Number(/^\d{1,6}$/.exec(c.req.query('from') ?? '')?.[0] ?? 0), 100_000)
      const found = await asPerson(db, c.var.actor, (tx) =>
        listCredentials(tx, { words, offset: from, limit: pageSize + 1 }),
      )
      const page = {
        ...common(c),
        credentials: found.slice(0, pageSize),
        words,
        next: found.length > pageSize ? from + pageSize : undefined,
        isFirst: from === 0,
        maySeeKeys: may('credential.keys', c.var.standing),
      }
      return c.html(documentOf(<ProgramCredentialsPage {...page} />))
    })
    .get('/program/credentials/keys', guard.program('credential.keys'), (c) =>
      drawKeys(c, { key: '', from: '', sure: false }, []),
    )
    .post('/program/credentials/keys/new', guard.program('credential.keys'), async (c) => {
      const instead = textIn(await readForm(c.req), 'instead')
      await replaceKey(deps, { by: c.var.actor.personId, instead })
      return c.redirect(`${paths.program(c.var.language, 'credentials', 'keys')}?done=rotated`, 303)
    })
    .post('/program/credentials/keys/revoke', guard.program('credential.keys'), async (c) => {
      const { actor, language } = c.var
      const t = credentialProgramMessages[language]
      const form = await readForm(c.req)
      const draft = { key: textIn(form, 'key'), from: textIn(form, 'from'), sure: textIn(form, 'sure') === 'yes' }
      const at = now()
      const isDay = /^\d{4}-\d{2}-\d{2}$/.test(draft.from) && !Number.isNaN(Date.parse(draft.from))
      const keys = await listKeys(db)
      const errors: FieldError[] = [
        ...(keys.some(({ id }) => id === draft.key) ? [] : [{ field: 'key', message: t.whichKeyMissing }]),
        ...(isDay && draft.from <= dayIn(at, timeZone) ? [] : [{ field: 'from', message: t.fromWrong }]),
        ...(draft.sure ? [] : [{ field: 'sure', message: t.sureMissing }]),
      ]
      if (errors.length > 0) return drawKeys(c, draft, errors)
      // From the first moment of that day anywhere on earth: better a few hours too many than too few.
      const from = new Date(Date.parse(`${draft.from}T00:00:00Z`) - 14 * 3_600_000)
      await asService(db, async (tx) => {
        if (!(await markKeyRevoked(tx, { id: draft.key, from, at }))) return
        await forgetSignedBy(tx, draft.key)
        await forgetSignedLists(tx)
        const detail = { key: draft.key, from: draft.from }
        await recordProgramEvent(tx, { act: 'credential.key-revoked', at, personId: actor.personId, detail })
      })
      return c.redirect(`${paths.program(language, 'credentials', 'keys')}?done=revoked`, 303)
    })
    .get('/program/credentials/:credential', guard.program('credential.revoke'), async (c) => {
      const credential = await load(c)
      const page = { ...common(c), credential, reason: '', errors: [], revokedNow: c.req.query('done') === 'revoked' }
      return c.html(documentOf(<ProgramCredentialPage {...page} />))
    })
    .post('/program/credentials/:credential', guard.program('credential.revoke'), async (c) => {
      const { actor, language } = c.var
      const credential = await load(c)
      const reason = textIn(await readForm(c.req), 'reason')
        .trim()
        .slice(0, 1000)
      if (reason.length < shortestReason) {
        const errors = [{ field: 'reason', message: credentialProgramMessages[language].reasonShort }]
        const page = { ...common(c), credential, reason, errors, revokedNow: false }
        return c.html(documentOf(<ProgramCredentialPage {...page} />), 422)
      }
      const at = now()
      await asPerson(db, actor, async (tx) => {
        // Revoked by someone else meanwhile: the first reason stands, and the page shows it.
        if (!(await revokeCredential(tx, { credential, reason, by: actor.personId, at }))) return
        const detail = { credential: credential.id, kind: credential.kind, of: credential.subject.id, reason }
        await recordProgramEvent(tx, { act: 'credential.revoked', at, personId: actor.personId, detail })
        const holder = await findHolder(tx, credential.personId)
        if (holder === undefined) return
        const t = credentialMessages[holder.language]
        const mail = {
          key: `credential.revoked:${credential.id}`,
          kind: 'security' as const,
          to: { address: holder.email, name: holder.name, personId: credential.personId },
          language: holder.language,
          subject: t.mailRevokedSubject,
          paragraphs: [
            t.mailRevoked(say(credential.subject.title, holder.language).text),
            t.mailReason(reason),
            t.mailRevokedAsk,
          ],
          link: { label: t.mailRevokedLink, href: deps.origin + paths.contact(holder.language) },
        }
        await deps.queueMail(tx, mail, at)
      })
      return c.redirect(`${paths.program(language, 'credentials', credential.id)}?done=revoked`, 303)
    })
}
