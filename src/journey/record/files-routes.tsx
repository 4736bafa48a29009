import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { memberRoles } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, namesOf, type PlaceEnvironment, type RoomDependencies } from '../../people/index.ts'
import { NotAllowedError, NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { uploadMessages } from '../../platform/uploads/messages.ts'
import { downloadHeaders, readUpload } from '../../platform/uploads/upload.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { filesMessages } from './files-messages.ts'
import { addedHere, DeleteFilePage, FilesPage, type FileValues } from './files-page.tsx'
import { deleteFile, getFile, insertFile, listFiles, type StoredFile } from './files-store.ts'
import { recordEvent } from './store.ts'

/** The files of a community: list, add, download, delete. */
export function fileRoutes(deps: RoomDependencies) {
  const { db, guard, asset, now } = deps
  const isMember = (c: Context<PlaceEnvironment>) =>
    c.var.standing.community.some((role) => memberRoles.some((one) => one === role))
  /** Who added a file takes it away again; so do leads and stewards, whose record it is. */
  const mayDelete = (c: Context<PlaceEnvironment>) => (file: StoredFile) =>
    file.uploadedBy === c.var.actor.personId ||
    c.var.standing.community.some((role) => role === 'lead' || role === 'steward')
  const common = (c: Context<PlaceEnvironment>) => ({
    frame: frameOf(c, asset),
    place: c.var.place,
    standing: c.var.standing,
    timeZone: c.var.actor.timeZone,
  })

  const page = async (
    c: Context<PlaceEnvironment>,
    given: { values?: FileValues; errors?: FieldError[]; note?: string | undefined },
  ) => {
    const asked = Number(c.req.query('page') ?? '1')
    const number = Number.isInteger(asked) && asked >= 1 && asked <= 1000 ? asked : 1
    const { files, more, names } = await asPerson(db, c.var.actor, async (tx) => {
      const found = await listFiles(tx, c.var.place.communityId, number)
      return {
        ...found,
        names: await namesOf(
          tx,
          found.files.map(({ uploadedBy }) => uploadedBy),
        ),
      }
    })
    const purpose = addedHere.find((one) => one === c.req.query('purpose')) ?? 'community'
    return documentOf(
      <FilesPage
        {...common(c)}
        files={files}
        names={names}
        page={number}
        more={more}
        values={given.values ?? { purpose, staysWithUs: false, label: '' }}
        errors={given.errors ?? []}
        note={given.note}
        mayDelete={mayDelete(c)}
        member={isMember(c)}
      />,
    )
  }

  /** A file on its own, for download or deletion; evidence comes with the answer it belongs to, never from here. */
  const load = async (c: Context<PlaceEnvironment>) => {
    const id = c.req.param('file') ?? ''
    if (!uuid.test(id)) throw new NotFoundError()
    const file = await asPerson(db, c.var.actor, (tx) => getFile(tx, c.var.place.communityId, id))
    if (file.purpose === 'evidence') throw new NotFoundError()
    return file
  }

  return new Hono<PlaceEnvironment>()
    .get('/communities/:community/files', guard.community('community.files'), async (c) => {
      const t = filesMessages[c.var.language]
      const note =
        c.req.query('added') !== undefined ? t.added : c.req.query('deleted') !== undefined ? t.deleted : undefined
      return c.html(await page(c, { note }))
    })
    .post('/communities/:community/files', guard.community('community.files'), async (c) => {
      const { actor, place, language } = c.var
      const { communityId } = place
      const words = uploadMessages[language]
      let form: PostedForm
      try {
        form = await readForm(c.req)
      } catch (error) {
        // Cut off on the way: what came cannot be read as a form, and nothing of it is kept.
        if (!(error instanceof HTTPException) || error.status !== 400) throw error
        return c.html(await page(c, { errors: [{ field: 'file', message: words.problems['cut-off'] }] }), 400)
      }
      const label = textIn(form, 'label').replace(/\s+/g, ' ').trim()
      const values: FileValues = {
        purpose: addedHere.find((one) => one === textIn(form, 'purpose')) ?? 'community',
        staysWithUs: isMember(c) && textIn(form, 'stays') === 'yes',
        label,
      }
      const upload = await readUpload(form, 'file', { scan: deps.scanFile })
      const errors: FieldError[] = []
      if (!upload.ok) errors.push({ field: 'file', message: words.problems[upload.reason] })
      if (label.length > 200) errors.push({ field: 'label', message: filesMessages[language].tooLong })
      if (!upload.ok || errors.length > 0) return c.html(await page(c, { values, errors }), 422)
      const at = now()
      await asPerson(db, actor, async (tx) => {
        const id = await insertFile(tx, {
          upload,
          communityId,
          purpose: values.purpose,
          staysWithUs: values.staysWithUs,
          label: label || undefined,
          by: actor.personId,
          at,
        })
        await recordEvent(tx, {
          communityId,
          personId: actor.personId,
          act: 'file.added',
          at,
          detail: { file: id, purpose: values.purpose },
        })
      })
      return c.redirect(`${paths.community(language, communityId, 'files')}?added`, 303)
    })
    .get('/communities/:community/files/:file', guard.community('community.files'), async (c) => {
      const file = await load(c)
      return c.body(new Uint8Array(file.content), 200, downloadHeaders(file))
    })
    .get('/communities/:community/files/:file/delete', guard.community('community.files'), async (c) => {
      const file = await load(c)
      if (!mayDelete(c)(file)) throw new NotAllowedError()
      return c.html(documentOf(<DeleteFilePage {...common(c)} file={file} />))
    })
    .post('/communities/:community/files/:file/delete', guard.community('community.files'), async (c) => {
      const { actor, place, language } = c.var
      const { communityId } = place
      const back = `${paths.community(language, communityId, 'files')}?deleted`
      const file = await load(c).catch((error) => {
        // Sent twice: it is gone already, which is what was asked for.
        if (error instanceof NotFoundError) return undefined
        throw error
      })
      if (file === undefined) return c.redirect(back, 303)
      if (!mayDelete(c)(file)) throw new NotAllowedError()
      const at = now()
      await asPerson(db, actor, async (tx) => {
        await deleteFile(tx, communityId, file.id)
        await recordEvent(tx, {
          communityId,
          personId: actor.personId,
          act: 'file.deleted',
          at,
          detail: { file: file.id, purpose: file.purpose },
        })
      })
      return c.redirect(back, 303)
    })
}
