import { randomBytes, randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Pack } from '../../content/schema.ts'
import { listPackages } from '../../packages/index.ts'
import { paths } from '../../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { uploadMessages } from '../../platform/uploads/messages.ts'
import { readUpload, type Upload } from '../../platform/uploads/upload.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import {
  bodyOf,
  checkDraft,
  draftOf,
  emptyDraft,
  type ItemDraft,
  readDraft,
  type Source,
  sources,
} from './item-form.ts'
import { ItemFormPage } from './item-pages.tsx'
import { programLibraryMessages } from './messages.ts'
import {
  type AddedBody,
  type AddedItem,
  dropUnusedFiles,
  findAdded,
  insertAdded,
  insertLibraryFile,
  listAdded,
  mostAdded,
  updateAdded,
} from './store.ts'

const itemId = /^added-[a-z0-9]{6,40}$/
const mostPackages = 200

/** The form of an item that the program adds: new, and changed. */
export function itemRoutes(deps: RoomDependencies & { shipped: { pack: Pack } }) {
  const { db, now, asset, guard, timeZone } = deps
  const { pack } = deps.shipped
  const may = guard.program('library.edit')

  const draw = async (
    c: Context<ActorEnvironment>,
    given: {
      draft: ItemDraft
      isNew: boolean
      errors?: FieldError[]
      theirs?: AddedItem
      current?: AddedItem | undefined
    },
    status: 200 | 409 | 422 = 200,
  ) => {
    const { draft, isNew, errors = [], theirs, current } = given
    const packages =
      draft.source === 'package' ? await asPerson(db, c.var.actor, (tx) => listPackages(tx, mostPackages)) : []
    const page = {
      // A file is sent to an address of its own; the page has that of the form.
      frame: { ...frameOf(c, asset), path: c.req.path.replace(/\/files$/, '') },
      standing: c.var.standing,
      pack,
      draft,
      errors,
      isNew,
      fileName: current?.body.kind === 'file' ? current.body.name : undefined,
      fileHint: uploadMessages[c.var.language].hint,
      packages: packages.map(({ packageId, title }) => ({ id: packageId, title })),
      theirs,
    }
    return c.html(documentOf(<ItemFormPage {...page} />), status)
  }

  /** What was typed, checked whole: with the file that came along, or the package that it names. */
  const check = async (
    c: Context<ActorEnvironment>,
    form: PostedForm,
    draft: ItemDraft,
    current: AddedItem | undefined,
  ) => {
    const { actor, language } = c.var
    const t = programLibraryMessages[language]
    const checked = checkDraft(draft, pack, dayIn(now(), timeZone))
    const errors: FieldError[] = checked.ok ? [] : checked.fields.map((field) => ({ field, message: t.errors[field] }))
    let upload: Upload | undefined
    if (draft.source === 'file') {
      const read = await readUpload(form, 'file', { scan: deps.scanFile })
      if (read.ok) upload = read
      // A file that is there stays unless another one came.
      else if (read.reason !== 'missing' || current === undefined) {
        errors.unshift({ field: 'file', message: uploadMessages[language].problems[read.reason] })
      }
    }
    if (draft.source === 'package') {
      const known = await asPerson(db, actor, (tx) => listPackages(tx, mostPackages))
      if (!known.some(({ packageId }) => packageId === draft.package)) {
        errors.unshift({ field: 'package', message: t.errors.package })
      }
    }
    return { item: checked.ok && errors.length === 0 ? checked.item : undefined, errors, upload }
  }

  const create = async (c: Context<ActorEnvironment>, source: Source) => {
    const { actor, language } = c.var
    const form = await readForm(c.req)
    const typed = textIn(form, 'id')
    const draft = readDraft(form, itemId.test(typed) ? typed : newItemId(), source)
    const { item, errors, upload } = await check(c, form, draft, undefined)
    if (item === undefined) return draw(c, { draft, isNew: true, errors }, 422)
    const at = now()
    const outcome = await asPerson(db, actor, async (tx) => {
      if (await findAdded(tx, item.id)) return 'added'
      if ((await listAdded(tx)).length >= mostAdded) return 'full'
      const body = bodyOf(draft) ?? (upload && (await keepFile(tx, { item: item.id, upload, at, by: actor.personId })))
      if (body === undefined) throw new NotFoundError()
      await insertAdded(tx, { item, body, at, by: actor.personId })
      return 'added'
    })
    if (outcome === 'full') {
      const full = [{ field: 'titleEn', message: programLibraryMessages[language].tooMany }]
      return draw(c, { draft, isNew: true, errors: full }, 422)
    }
    return c.redirect(`${paths.program(language, 'library')}?done=added`, 303)
  }

  const change = async (c: Context<ActorEnvironment>) => {
    const { actor, language } = c.var
    const current = await load(c)
    const form = await readForm(c.req)
    const draft = readDraft(form, current.item.id, current.body.kind)
    const { item, errors, upload } = await check(c, form, draft, current)
    if (item === undefined) return draw(c, { draft, isNew: false, errors, current }, 422)
    const at = now()
    const theirs = await asPerson(db, actor, async (tx) => {
      const body =
        bodyOf(draft) ?? (upload ? await keepFile(tx, { item: item.id, upload, at, by: actor.personId }) : current.body)
      const changed = await updateAdded(tx, { item, body, version: draft.version, at, by: actor.personId })
      await dropUnusedFiles(tx, item.id)
      return changed ? undefined : findAdded(tx, item.id)
    })
    if (theirs) return draw(c, { draft, isNew: false, theirs, current: theirs }, 409)
    return c.redirect(`${paths.program(language, 'library')}?done=changed`, 303)
  }

  const load = async (c: Context<ActorEnvironment>): Promise<AddedItem> => {
    const found = await asPerson(db, c.var.actor, (tx) => findAdded(tx, c.req.param('item') ?? ''))
    if (found === undefined) throw new NotFoundError()
    return found
  }

  return new Hono<ActorEnvironment>()
    .get('/program/library/new/:source', may, (c) => {
      const source = sources.find((one) => one === c.req.param('source'))
      if (source === undefined) throw new NotFoundError()
      return draw(c, { draft: emptyDraft(newItemId(), source), isNew: true })
    })
    .post('/program/library/new/link', may, (c) => create(c, 'link'))
    .post('/program/library/new/package', may, (c) => create(c, 'package'))
    .post('/program/library/new/file/files', may, (c) => create(c, 'file'))
    .get('/program/library/items/:item', may, async (c) => {
      const current = await load(c)
      return draw(c, { draft: draftOf(current), isNew: false, current })
    })
    .post('/program/library/items/:item', may, change)
    .post('/program/library/items/:item/files', may, change)
}

async function keepFile(
  tx: Tx,
  given: { item: string; upload: Upload; at: Date; by: string },
): Promise<Extract<AddedBody, { kind: 'file' }>> {
  const { upload } = given
  const id = randomUUID()
  const { name, mediaType, sha256, content } = upload
  await insertLibraryFile(tx, { id, item: given.item, name, mediaType, sha256, content, at: given.at, by: given.by })
  return { kind: 'file', file: id, name, type: mediaType, bytes: content.length }
}

/** An id for an item that the program adds: chosen once, and never made from its title. */
function newItemId(): string {
  return `added-${randomBytes(6).toString('hex')}`
}
