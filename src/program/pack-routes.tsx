import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { publishRelease } from '../content/publish.ts'
import type { Pack } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { may } from '../domain/access.ts'
import { paths, reservedSelfCheckWords } from '../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, type RoomDependencies } from '../people/index.ts'
import { ConflictError, NotFoundError } from '../platform/errors.ts'
import { readForm, textIn } from '../platform/web/posted-form.ts'
import { documentOf } from '../ui/layout.tsx'
import { packMessages } from './pack-messages.ts'
import { PacksPage, type PacksPageProps } from './pack-pages.tsx'
import { examineUpload, packLimits } from './pack-upload.ts'
import { listReleases, readSettings, recordProgramEvent, saveSettings } from './store.ts'

/** Checked packs wait in memory for their author's word, a few at a time, for an hour. */
const waitingFor = 3_600_000
const waitingMost = 8

type Waiting = { personId: string; pack: Pack; hash: string; until: number }

/** Content authors publish a pack by upload; it is checked first. */
export function packRoutes(deps: RoomDependencies & { packId: string; useRelease: (hash: string) => Promise<void> }) {
  const { db, now, asset, guard, timeZone } = deps
  const waiting = new Map<string, Waiting>()

  const draw = async (
    c: Context<ActorEnvironment>,
    given: Pick<PacksPageProps, 'problem' | 'checked'>,
    status: 200 | 422 = 200,
  ) => {
    const { standing } = c.var
    const releases = await asPerson(db, c.var.actor, listReleases)
    const page = {
      frame: frameOf(c, asset),
      standing,
      timeZone,
      releases,
      used: deps.release,
      mayChoose: may('program.settings', standing),
    }
    return c.html(documentOf(<PacksPage {...page} {...given} />), status)
  }

  return new Hono<ActorEnvironment>()
    .get('/program/packs', guard.program('pack.publish'), (c) => draw(c, {}))
    .post('/program/packs/files', guard.program('pack.publish'), async (c) => {
      const { actor, language } = c.var
      const t = packMessages[language]
      const { file } = await readForm(c.req)
      if (!(file instanceof File) || file.size === 0) return draw(c, { problem: t.noFile }, 422)
      if (file.size > packLimits.zipped) return draw(c, { problem: t.tooLarge }, 422)
      const found = await examineUpload(new Uint8Array(await file.arrayBuffer()), language, reservedSelfCheckWords)
      if ('problem' in found) return draw(c, { problem: t[found.problem] }, 422)
      if (found.kind === 'problems') return draw(c, { checked: found }, 422)
      const { pack, hash, notes } = found
      const ticket = randomUUID()
      waiting.set(ticket, { personId: actor.personId, pack, hash, until: now().getTime() + waitingFor })
      const oldest = waiting.keys().next()
      if (waiting.size > waitingMost && !oldest.done) waiting.delete(oldest.value)
      const releases = await asPerson(db, actor, listReleases)
      return draw(c, {
        checked: {
          kind: 'good',
          name: say(pack.name, language).text,
          version: pack.version,
          hash,
          components: pack.components.length,
          items: pack.items.length,
          notes,
          otherPack: pack.id !== deps.packId,
          ticket,
          already: releases.some((release) => release.hash === hash),
        },
      })
    })
    .post('/program/packs/publish', guard.program('pack.publish'), async (c) => {
      const { actor, language } = c.var
      const ticket = textIn(await readForm(c.req), 'ticket')
      const found = waiting.get(ticket)
      if (found === undefined || found.personId !== actor.personId || found.until < now().getTime())
        return draw(c, { problem: packMessages[language].expired }, 422)
      await publishRelease(db, found.pack, found.hash, now())
      await asPerson(db, actor, (tx) =>
        recordProgramEvent(tx, {
          act: 'pack.published',
          at: now(),
          personId: actor.personId,
          detail: { pack: found.pack.id, version: found.pack.version, release: found.hash },
        }),
      )
      waiting.delete(ticket)
      return c.redirect(paths.program(language, 'packs'), 303)
    })
    .post('/program/packs/use', guard.program('program.settings'), async (c) => {
      const { actor, language } = c.var
      const release = textIn(await readForm(c.req), 'release')
      await asPerson(db, actor, async (tx) => {
        const releases = await listReleases(tx)
        if (!releases.some(({ hash }) => hash === release)) throw new NotFoundError()
        const { settings, version } = await readSettings(tx)
        const changed = { ...settings, journeyRelease: release }
        if (!(await saveSettings(tx, { settings: changed, version, at: now(), by: actor.personId })))
          throw new ConflictError()
        await recordProgramEvent(tx, { act: 'pack.chosen', at: now(), personId: actor.personId, detail: { release } })
      })
      await deps.useRelease(release)
      return c.redirect(paths.program(language, 'packs'), 303)
    })
}
