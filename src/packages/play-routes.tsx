import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { paths } from '../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, type RoomDependencies } from '../people/index.ts'
import type { Tx } from '../platform/database/connection.ts'
import { NotFoundError } from '../platform/errors.ts'
import { uuid } from '../platform/ids.ts'
import { downloadHeaders } from '../platform/uploads/upload.ts'
import { documentOf } from '../ui/layout.tsx'
import { type Attempt, beginAttempt, listAttempts, listDoneUnits, saveAttempt } from './attempt-store.ts'
import { chooseVersion } from './choose-version.ts'
import { contentLasts, contentToken } from './content-token.ts'
import { readSaved } from './forms.ts'
import type { Unit } from './manifest.ts'
import { isPage, isReadableAlone, mediaTypeOf } from './media-types.ts'
import { documentAddress, PackagePage, PlayerPage } from './play-pages.tsx'
import { isDone, type UnitRecord } from './run-time.ts'
import { findFile, findVersion, listReadableFiles, listVersions, type PackageVersion, readFile } from './store.ts'

/** A person is done with a catalogue item; called in the transaction that made it so, once for each item. */
export type ItemDone = (tx: Tx, given: { personId: string; item: string; at: Date }) => Promise<unknown>

export type PlayOptions = {
  /** Signs the addresses of content. */
  secret: string
  itemDone: ItemDone
}

const doneRecord: UnitRecord = { completion: 'completed', success: 'unknown', seconds: 0, data: {} }

/** Plays packages; whoever is signed in may, and what they do is theirs alone. */
export function playRoutes(deps: RoomDependencies, { secret, itemDone }: PlayOptions) {
  const { db, now, asset, guard } = deps

  /** Loads what a person plays of a package, by its address. */
  const loadPlay = async (tx: Tx, personId: string, packageId: string) => {
    if (!uuid.test(packageId)) throw new NotFoundError()
    const attempts = await listAttempts(tx, personId, packageId)
    const chosen = chooseVersion(await listVersions(tx, packageId), attempts)
    if (chosen === undefined) throw new NotFoundError()
    return { ...chosen, attempts: attempts.filter(({ versionId }) => versionId === chosen.version.id) }
  }

  /** Keeps what a unit says; the whole package done means its catalogue items done. */
  const save = async (
    tx: Tx,
    given: { personId: string; version: PackageVersion; unit: Unit; session: string; record: UnitRecord; at: Date },
  ): Promise<boolean> => {
    const { personId, version, unit, record, at } = given
    const before = await listDoneUnits(tx, personId, version.id)
    const saved = await saveAttempt(tx, { ...given, versionId: version.id, unit: unit.id })
    if (!saved || !isDone(record) || before.includes(unit.id)) return saved
    const missing = version.units.filter(({ id }) => id !== unit.id && !before.includes(id))
    if (missing.length === 0) {
      const items = await itemsOf(deps, version.packageId)
      for (const item of items) await itemDone(tx, { personId, item, at })
    }
    return true
  }

  return new Hono<ActorEnvironment>()
    .get('/packages/:package', guard.program('package.play'), async (c) => {
      const { personId } = c.var.actor
      const page = await asPerson(db, c.var.actor, async (tx) => {
        const { version, news, attempts } = await loadPlay(tx, personId, c.req.param('package'))
        const parts = version.units.map((unit) => partOf(unit, attempts))
        return { version, news, parts, files: await listReadableFiles(tx, version.id) }
      })
      return c.html(documentOf(<PackagePage frame={frameOf(c, asset)} {...page} />))
    })
    .get('/packages/:package/parts/:number', guard.program('package.play'), async (c) => {
      const { actor, language } = c.var
      const { version, files } = await asPerson(db, actor, async (tx) => {
        const { version } = await loadPlay(tx, actor.personId, c.req.param('package'))
        return { version, files: await listReadableFiles(tx, version.id) }
      })
      const { unit, number } = unitAt(version, c.req.param('number'))
      const session = randomBytes(12).toString('base64url')
      const expires = now().getTime() + contentLasts
      const ticket = { versionId: version.id, personId: actor.personId, unit: number - 1, session, expires }
      const frame = frameOf(c, asset)
      const player = {
        src: `/package-content/${contentToken(secret, ticket)}/${unit.path.split('/').map(encodeURIComponent).join('/')}${unit.query}`,
        save: paths.packagePlayer(language, version.packageId, 'save', version.id, String(number)),
        session,
        lasts: contentLasts,
        document: isPage(unit.path) ? undefined : documentAddress(frame, version, unit.path),
      }
      const { headers } = c.res
      headers.set('Content-Security-Policy', playerPolicy)
      headers.set('Permissions-Policy', 'unload=*, camera=(), geolocation=(), microphone=(), payment=(), usb=()')
      return c.html(documentOf(<PlayerPage {...{ frame, version, unit, number, files, player }} />))
    })
    .post('/packages/:package/parts/:number/done', guard.program('package.play'), async (c) => {
      const { actor, language } = c.var
      await asPerson(db, actor, async (tx) => {
        const { version } = await loadPlay(tx, actor.personId, c.req.param('package'))
        const { unit } = unitAt(version, c.req.param('number'))
        // A page says by itself when it is done; of any other file only the reader knows.
        if (isPage(unit.path)) throw new NotFoundError()
        const given = { personId: actor.personId, session: randomBytes(12).toString('base64url'), at: now() }
        await beginAttempt(tx, { ...given, versionId: version.id, unit: unit.id })
        await save(tx, { ...given, version, unit, record: doneRecord })
      })
      return c.redirect(paths.packagePlayer(language, c.req.param('package')), 303)
    })
    .post('/packages/:package/save/:version/:number', guard.program('package.play'), async (c) => {
      const { personId } = c.var.actor
      const saved = readSaved(await c.req.text())
      if (saved === 'too-much') return c.json({ state: saved }, 413)
      if (saved === 'unreadable') return c.json({ state: saved }, 422)
      const kept = await asPerson(db, c.var.actor, async (tx) => {
        if (!uuid.test(c.req.param('version'))) throw new NotFoundError()
        const version = await findVersion(tx, c.req.param('version'))
        if (version === undefined || version.packageId !== c.req.param('package')) throw new NotFoundError()
        const { unit } = unitAt(version, c.req.param('number'))
        const given = { personId, session: saved.session, at: now() }
        if (saved.begin) await beginAttempt(tx, { ...given, versionId: version.id, unit: unit.id })
        return saved.record === undefined || save(tx, { ...given, version, unit, record: saved.record })
      })
      return kept ? c.json({ state: 'saved' }) : c.json({ state: 'elsewhere' }, 409)
    })
    .get('/packages/:package/files/:version/:path{.+}', guard.program('package.play'), async (c) => {
      const file = await asPerson(db, c.var.actor, async (tx) => {
        if (!uuid.test(c.req.param('version'))) throw new NotFoundError()
        const path = c.req.param('path').normalize('NFC')
        const found = isReadableAlone(path) ? await findFile(tx, c.req.param('version'), path) : undefined
        return found && { path: found.path, content: await readFile(tx, found) }
      })
      if (file === undefined) throw new NotFoundError()
      const name = file.path.split('/').at(-1) ?? 'file'
      return c.body(new Uint8Array(file.content), 200, downloadHeaders({ name, mediaType: mediaTypeOf(file.path) }))
    })
}

/** The page around a package is as strict as every other, and holds one frame of this service besides. */
const playerPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

function unitAt(version: PackageVersion, given: string): { unit: Unit; number: number } {
  const number = /^[1-9]\d{0,3}$/.test(given) ? Number(given) : 0
  const unit = version.units[number - 1]
  if (unit === undefined) throw new NotFoundError()
  return { unit, number }
}

function partOf(unit: Unit, attempts: Attempt[]) {
  const attempt = attempts.find((one) => one.unit === unit.id)
  return {
    unit,
    begun: attempt !== undefined,
    done: attempt?.doneAt !== undefined,
    success: attempt?.success ?? 'unknown',
    score: attempt?.score,
    seconds: attempt?.seconds ?? 0,
  }
}

/** Items of the catalogue in use that hold the package. */
export async function itemsOf(
  deps: Pick<RoomDependencies, 'findContent' | 'release'>,
  packageId: string,
): Promise<string[]> {
  const content = await deps.findContent(deps.release)
  return Object.entries(content?.pack.bodies ?? {})
    .filter(([, body]) => body.kind === 'package' && body.package === packageId)
    .map(([item]) => item)
}
