import { type Context, Hono } from 'hono'
import { publishRelease } from '../../content/publish.ts'
import type { Item, Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import { paths } from '../../paths.ts'
import { type ActorEnvironment, asPerson, asService, frameOf, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { type Language, locales } from '../../platform/languages.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { readSettings, recordProgramEvent, saveSettings } from '../../program/index.ts'
import { documentOf } from '../../ui/layout.tsx'
import { ItemPage } from '../item-page.tsx'
import { itemRoutes } from './item-routes.tsx'
import { programLibraryMessages } from './messages.ts'
import { LibraryPage, PublishPage, RemoveItemPage } from './pages.tsx'
import { type Merged, mergeLibrary, problemsOf } from './publish.ts'
import {
  type AddedItem,
  deleteAdded,
  findAdded,
  findLastPublication,
  hideItem,
  insertPublication,
  listAdded,
  listHidden,
  type Publication,
  showItem,
} from './store.ts'

export type ProgramLibraryDependencies = RoomDependencies & {
  /** The pack that ships and its release: what the library lies over. */
  shipped: { pack: Pack; release: string }
  /** Called when another release is the one for new journeys and for the open catalogue. */
  useRelease: (hash: string) => Promise<void>
}

type Library = { hidden: string[]; added: AddedItem[]; last: Publication | undefined }

async function readLibrary(tx: Tx): Promise<Library> {
  return { hidden: await listHidden(tx), added: await listAdded(tx), last: await findLastPublication(tx) }
}

/** What publishing now would give; the number of the last time as long as nothing is new. */
function mergeNow(shipped: ProgramLibraryDependencies['shipped'], library: Library): Merged & { isNew: boolean } {
  const { last } = library
  const same = mergeLibrary(shipped, library, last?.number ?? 1)
  const shown = last?.release ?? shipped.release
  if (same.release === shown) return { ...same, isNew: false }
  return { ...mergeLibrary(shipped, library, (last?.number ?? 0) + 1), isNew: true }
}

const byTitle = (items: readonly Item[], language: Language): Item[] => {
  const collator = new Intl.Collator(locales[language])
  return items.toSorted((a, b) => collator.compare(say(a.title, language).text, say(b.title, language).text))
}

/** `/program/library`: the program's own library over the pack that ships. */
export function programLibraryRoutes(deps: ProgramLibraryDependencies) {
  const { db, now, asset, guard, timeZone, shipped } = deps
  const may = guard.program('library.edit')

  const draw = async (c: Context<ActorEnvironment>, error: string | undefined) => {
    const { actor, language, standing } = c.var
    const library = await asPerson(db, actor, readLibrary)
    const { hidden, added, last } = library
    const merged = mergeNow(shipped, library)
    const inUse = last?.release ?? shipped.release
    const items = byTitle(shipped.pack.items, language)
    const page = {
      // Sent with an error, the page still has the address of the form.
      frame: { ...frameOf(c, asset), path: paths.program(language, 'library') },
      standing,
      timeZone: actor.timeZone || timeZone,
      state: {
        last,
        waiting:
          merged.isNew && last?.base !== undefined ? last.base === shipped.release || changed(library) : merged.isNew,
        baseChanged: last !== undefined && last.base !== shipped.release && last.release !== last.base,
        otherInUse: last !== undefined && deps.release !== inUse,
      },
      added,
      hidden: items.filter(({ id }) => hidden.includes(id)),
      shipped: items.filter(({ id }) => !hidden.includes(id)),
      done: c.req.query('done'),
      error,
    }
    return c.html(documentOf(<LibraryPage {...page} />), error ? 422 : 200)
  }

  const back = (c: Context<ActorEnvironment>, done: string) =>
    c.redirect(`${paths.program(c.var.language, 'library')}?done=${done}`, 303)

  const load = async (c: Context<ActorEnvironment>): Promise<AddedItem> => {
    const found = await asPerson(db, c.var.actor, (tx) => findAdded(tx, c.req.param('item') ?? ''))
    if (found === undefined) throw new NotFoundError()
    return found
  }

  return new Hono<ActorEnvironment>()
    .get('/program/library', may, (c) => draw(c, undefined))
    .post('/program/library/hide', may, async (c) => {
      const { actor, language } = c.var
      const item = textIn(await readForm(c.req), 'item')
      if (!shipped.pack.items.some(({ id }) => id === item)) return draw(c, programLibraryMessages[language].chooseItem)
      await asPerson(db, actor, (tx) => hideItem(tx, { item, at: now(), by: actor.personId }))
      return back(c, 'hidden')
    })
    .post('/program/library/show', may, async (c) => {
      const item = textIn(await readForm(c.req), 'item')
      await asPerson(db, c.var.actor, (tx) => showItem(tx, item))
      return back(c, 'shown')
    })
    .route('/', itemRoutes(deps))
    .get('/program/library/items/:item/preview', may, async (c) => {
      const { language } = c.var
      const { item } = await load(c)
      const { pack } = mergeNow(shipped, await asPerson(db, c.var.actor, readLibrary))
      const preview = { path: c.req.path, note: programLibraryMessages[language].previewNote }
      const page = { language, pack, asset, item, answers: [], preview }
      return c.html(documentOf(<ItemPage {...page} />))
    })
    .get('/program/library/items/:item/remove', may, async (c) => {
      const { item } = await load(c)
      return c.html(documentOf(<RemoveItemPage frame={frameOf(c, asset)} standing={c.var.standing} item={item} />))
    })
    .post('/program/library/items/:item/remove', may, async (c) => {
      // Sent twice, it is gone all the same.
      await asPerson(db, c.var.actor, (tx) => deleteAdded(tx, c.req.param('item')))
      return back(c, 'removed')
    })
    .get('/program/library/publish', may, async (c) => {
      const library = await asPerson(db, c.var.actor, readLibrary)
      return drawPublish(c, library, mergeNow(shipped, library), 200)
    })
    .post('/program/library/publish', may, async (c) => {
      const { actor } = c.var
      const library = await asPerson(db, actor, readLibrary)
      const merged = mergeNow(shipped, library)
      if (problemsOf(shipped.pack, merged, c.var.language).length > 0) return drawPublish(c, library, merged, 422)
      // Sent twice: the second one finds nothing new.
      if (!merged.isNew && deps.release === merged.release) return back(c, 'published')
      const at = now()
      await publishRelease(db, merged.pack, merged.release, at)
      // As the service: the settings belong to managers, and whoever edits the library publishes it.
      await asService(db, async (tx) => {
        const { last } = await readLibrary(tx)
        if ((last?.number ?? 0) !== (library.last?.number ?? 0)) throw new ConflictError()
        if (merged.isNew) {
          await insertPublication(tx, {
            number: (last?.number ?? 0) + 1,
            release: merged.release,
            base: shipped.release,
            hidden: merged.overlay.hide,
            added: library.added.map(({ item }) => item.id),
            at,
            by: actor.personId,
          })
        }
        const { settings, version } = await readSettings(tx)
        const chosen = { ...settings, journeyRelease: merged.release }
        if (!(await saveSettings(tx, { settings: chosen, version, at, by: actor.personId }))) throw new ConflictError()
        await recordProgramEvent(tx, {
          act: 'library.published',
          at,
          personId: actor.personId,
          detail: { release: merged.release, hidden: merged.overlay.hide.length, added: library.added.length },
        })
      })
      await deps.useRelease(merged.release)
      return back(c, 'published')
    })

  function drawPublish(
    c: Context<ActorEnvironment>,
    library: Library,
    merged: ReturnType<typeof mergeNow>,
    status: 200 | 422,
  ) {
    const page = {
      frame: frameOf(c, asset),
      standing: c.var.standing,
      added: library.added,
      hidden: shipped.pack.items.filter(({ id }) => merged.overlay.hide.includes(id)),
      problems: problemsOf(shipped.pack, merged, c.var.language),
      nothingNew: !merged.isNew && deps.release === merged.release,
    }
    return c.html(documentOf(<PublishPage {...page} />), status)
  }
}

/** Whether the program changed anything since it published, whatever became of the pack that ships. */
function changed({ hidden, added, last }: Library): boolean {
  if (last === undefined) return true
  const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join(' ') === [...b].sort().join(' ')
  return (
    !same(hidden, last.hidden) ||
    !same(
      added.map(({ item }) => item.id),
      last.added,
    ) ||
    added.some(({ changedAt }) => changedAt > last.at)
  )
}
