import { type Context, Hono } from 'hono'
import { say } from '../content/text.ts'
import { paths } from '../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, type RoomDependencies } from '../people/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import { uuid } from '../platform/ids.ts'
import { readForm, textIn } from '../platform/web/posted-form.ts'
import { recordProgramEvent } from '../program/index.ts'
import { documentOf } from '../ui/layout.tsx'
import { type ExaminedPackage, examinePackage } from './examine.ts'
import { packageLimits } from './limits.ts'
import { itemsOf } from './play-routes.tsx'
import { problem } from './problems.ts'
import { packageProgramMessages } from './program-messages.ts'
import { DeletePage, PackageDetailPage, PackagesPage } from './program-pages.tsx'
import {
  countLearners,
  deletePackage,
  deleteUnusedVersions,
  insertPackage,
  insertVersion,
  listPackages,
  listVersions,
} from './store.ts'

/** Packages on one page; a program has tens. */
const mostListed = 500

type Uploaded = { ok: true; found: ExaminedPackage } | { ok: false; message: string }

/** Authors and managers bring packages, replace them and let them go. */
export function packageProgramRoutes(deps: RoomDependencies) {
  const { db, now, asset, guard } = deps
  // Unpacking takes memory, so packages are looked at one after the other.
  let examining = false

  const upload = async (c: Context<ActorEnvironment>): Promise<Uploaded> => {
    const { language } = c.var
    const t = packageProgramMessages[language]
    const form = await readForm(c.req)
    const file = [form.file].flat().find((one) => one instanceof File)
    const refuse = (found: ReturnType<typeof problem>) =>
      ({ ok: false, message: t.problems[found.reason](found.detail) }) as const
    if (file === undefined || file.size === 0) return refuse(problem('no-file'))
    if (file.size > packageLimits.packed) return refuse(problem('too-large'))
    if (examining) return { ok: false, message: t.busy }
    examining = true
    try {
      const zip = Buffer.from(await file.arrayBuffer())
      const given = textIn(form, 'language')
      const found = await examinePackage(zip, {
        scan: deps.scanFile,
        language: given === 'fr' || given === 'en' ? given : language,
      })
      return found.ok ? { ok: true, found } : refuse(found)
    } finally {
      examining = false
    }
  }

  const listPage = async (c: Context<ActorEnvironment>, error?: string) => {
    const packages = await asPerson(db, c.var.actor, (tx) => listPackages(tx, mostListed))
    const page = { frame: frameOf(c, asset), standing: c.var.standing, timeZone: c.var.actor.timeZone, packages, error }
    return c.html(documentOf(<PackagesPage {...page} />), error === undefined ? 200 : 422)
  }

  const load = async (c: Context<ActorEnvironment>) => {
    const packageId = c.req.param('package') ?? ''
    if (!uuid.test(packageId)) throw new NotFoundError()
    const { versions, learners } = await asPerson(db, c.var.actor, async (tx) => {
      const versions = await listVersions(tx, packageId)
      return {
        versions,
        learners: await countLearners(
          tx,
          versions.map(({ id }) => id),
        ),
      }
    })
    const [version, ...earlier] = versions
    if (version === undefined) throw new NotFoundError()
    const content = await deps.findContent(deps.release)
    const items = (await itemsOf(deps, packageId)).map((id) => {
      const item = content?.pack.items.find((one) => one.id === id)
      return { id, title: item ? say(item.title, c.var.language).text : id }
    })
    const { actor, standing } = c.var
    return { frame: frameOf(c, asset), standing, timeZone: actor.timeZone, version, earlier, learners, items }
  }

  return new Hono<ActorEnvironment>()
    .get('/program/packages', guard.program('package.upload'), (c) => listPage(c))
    .post('/program/packages/files', guard.program('package.upload'), async (c) => {
      const { actor, language } = c.var
      const uploaded = await upload(c)
      if (!uploaded.ok) return listPage(c, uploaded.message)
      const { found } = uploaded
      const at = now()
      const packageId = await asPerson(db, actor, async (tx) => {
        const packageId = await insertPackage(tx, { at, by: actor.personId })
        await insertVersion(tx, { packageId, number: 1, found, at, by: actor.personId })
        const detail = { package: packageId, title: found.title, standard: found.standard }
        await recordProgramEvent(tx, { act: 'package.added', at, personId: actor.personId, detail })
        return packageId
      })
      return c.redirect(paths.program(language, 'packages', packageId), 303)
    })
    .get('/program/packages/:package', guard.program('package.upload'), async (c) =>
      c.html(documentOf(<PackageDetailPage {...(await load(c))} />)),
    )
    .post('/program/packages/:package/files', guard.program('package.upload'), async (c) => {
      const { actor, language } = c.var
      const page = await load(c)
      const { version } = page
      const uploaded = await upload(c)
      const t = packageProgramMessages[language]
      const refuse = (error: string) => c.html(documentOf(<PackageDetailPage {...page} error={error} />), 422)
      if (!uploaded.ok) return refuse(uploaded.message)
      const { found } = uploaded
      if (found.standard !== version.standard)
        return refuse(t.problems['other-standard-than-before'](`SCORM ${version.standard}`))
      const at = now()
      const { packageId } = version
      await asPerson(db, actor, async (tx) => {
        const [newest] = await listVersions(tx, packageId)
        if (newest === undefined) throw new NotFoundError()
        const number = newest.number + 1
        await insertVersion(tx, { packageId, number, found, at, by: actor.personId })
        await deleteUnusedVersions(tx, packageId)
        const detail = { package: packageId, title: found.title, version: number }
        await recordProgramEvent(tx, { act: 'package.replaced', at, personId: actor.personId, detail })
      })
      return c.redirect(paths.program(language, 'packages', packageId), 303)
    })
    .get('/program/packages/:package/delete', guard.program('package.upload'), async (c) =>
      c.html(documentOf(<DeletePage {...(await load(c))} />)),
    )
    .post('/program/packages/:package/delete', guard.program('package.upload'), async (c) => {
      const { actor, language } = c.var
      const page = await load(c)
      if (textIn(await readForm(c.req), 'sure') !== 'yes')
        return c.html(documentOf(<DeletePage {...page} unsure />), 422)
      const { packageId, title } = page.version
      await asPerson(db, actor, async (tx) => {
        if (!(await deletePackage(tx, packageId))) return
        const detail = { package: packageId, title }
        await recordProgramEvent(tx, { act: 'package.deleted', at: now(), personId: actor.personId, detail })
      })
      return c.redirect(paths.program(language, 'packages'), 303)
    })
}
