import { fileTypeFromBuffer } from 'file-type'
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { checkWordTemplate } from '../documents/word-template.ts'
import { paths } from '../paths.ts'
import { type ActorEnvironment, asPerson, frameOf, type RoomDependencies } from '../people/index.ts'
import { readForm, textIn } from '../platform/web/posted-form.ts'
import { documentOf } from '../ui/layout.tsx'
import { checkSettings, type SettingsField } from './settings.ts'
import { formOf, readSettingsForm } from './settings-form.ts'
import { settingsMessages } from './settings-messages.ts'
import { type SettingsForm, SettingsPage } from './settings-page.tsx'
import {
  deleteProgramFile,
  findProgramFile,
  listProgramFiles,
  type ProgramFileKind,
  readSettings,
  recordProgramEvent,
  saveProgramFile,
  saveSettings,
} from './store.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What each file may be, and how large in bytes. */
const fileRules: Record<ProgramFileKind, { types: string[]; most: number }> = {
  logo: { types: ['image/png', 'image/jpeg'], most: 500_000 },
  'word-template': { types: [docx], most: 5_000_000 },
}

/** The program's settings and its own files. */
export function settingsRoutes({ db, now, asset, guard }: RoomDependencies) {
  const draw = async (
    c: Context<ActorEnvironment>,
    given: {
      form?: SettingsForm
      version?: number
      problems?: SettingsField[]
      conflict?: boolean
      fileProblem?: { kind: string; message: string }
    },
    status: 200 | 409 | 422 = 200,
  ) => {
    const { stored, files } = await asPerson(db, c.var.actor, async (tx) => ({
      stored: await readSettings(tx),
      files: await listProgramFiles(tx),
    }))
    const page = (
      <SettingsPage
        frame={frameOf(c, asset)}
        standing={c.var.standing}
        form={given.form ?? formOf(stored.settings)}
        version={given.version ?? stored.version}
        problems={given.problems ?? []}
        saved={c.req.query('saved') !== undefined}
        conflict={given.conflict ?? false}
        files={files}
        fileProblem={given.fileProblem}
      />
    )
    return c.html(documentOf(page), status)
  }

  return (
    new Hono<ActorEnvironment>()
      .get('/program/settings', guard.program('program.settings'), (c) => draw(c, {}))
      .post('/program/settings', guard.program('program.settings'), async (c) => {
        const { actor, language } = c.var
        const form = await readForm(c.req)
        const version = Number(textIn(form, 'version'))
        const outcome = await asPerson(db, actor, async (tx) => {
          const before = await readSettings(tx)
          const { typed, values } = readSettingsForm(form, before.settings)
          const checked = checkSettings(values)
          if (!checked.ok) return { kind: 'problems' as const, typed, problems: checked.problems }
          const { settings } = checked
          if (!(await saveSettings(tx, { settings, version, at: now(), by: actor.personId })))
            return { kind: 'conflict' as const, typed }
          const changed = Object.keys(settings).filter(
            (key) =>
              JSON.stringify(settings[key as SettingsField]) !== JSON.stringify(before.settings[key as SettingsField]),
          )
          await recordProgramEvent(tx, {
            act: 'settings.saved',
            at: now(),
            personId: actor.personId,
            detail: { changed },
          })
          return { kind: 'saved' as const }
        })
        if (outcome.kind === 'saved') return c.redirect(`${paths.program(language, 'settings')}?saved`, 303)
        if (outcome.kind === 'conflict') return draw(c, { form: outcome.typed, conflict: true }, 409)
        return draw(c, { form: outcome.typed, version, problems: outcome.problems }, 422)
      })
      .post('/program/settings/:kind/files', guard.program('program.settings'), async (c) => {
        const { actor, language } = c.var
        const kind = kindOf(c.req.param('kind'))
        const t = settingsMessages[language]
        const { file } = await readForm(c.req)
        if (!(file instanceof File) || file.size === 0)
          return draw(c, { fileProblem: { kind, message: t.noFile } }, 422)
        const content = Buffer.from(await file.arrayBuffer())
        const type = (await fileTypeFromBuffer(content))?.mime
        const rule = fileRules[kind]
        if (type === undefined || !rule.types.includes(type) || content.length > rule.most)
          return draw(c, { fileProblem: { kind, message: t.wrongFile } }, 422)
        if (kind === 'word-template') {
          const checked = checkWordTemplate(content)
          if (!checked.ok) return draw(c, { fileProblem: { kind, message: t.templateProblems[checked.problem] } }, 422)
        }
        await asPerson(db, actor, async (tx) => {
          const name = file.name.replace(/[^\p{L}\p{N} ._-]/gu, '').slice(0, 100) || kind
          await saveProgramFile(tx, kind, { name, mediaType: type, content, at: now(), by: actor.personId })
          await recordProgramEvent(tx, {
            act: 'settings.file-saved',
            at: now(),
            personId: actor.personId,
            detail: { kind },
          })
        })
        return c.redirect(`${paths.program(language, 'settings')}?saved`, 303)
      })
      .post('/program/settings/:kind/remove', guard.program('program.settings'), async (c) => {
        const { actor, language } = c.var
        const kind = kindOf(c.req.param('kind'))
        await asPerson(db, actor, async (tx) => {
          await deleteProgramFile(tx, kind)
          await recordProgramEvent(tx, {
            act: 'settings.file-removed',
            at: now(),
            personId: actor.personId,
            detail: { kind },
          })
        })
        return c.redirect(`${paths.program(language, 'settings')}?saved`, 303)
      })
      // Open to all: the logo stands on public pages.
      .get('/program/logo', async (c) => {
        const logo = await findProgramFile(db, 'logo')
        if (logo === undefined) return c.notFound()
        c.header('Cache-Control', 'public, max-age=300')
        c.header('Content-Security-Policy', "default-src 'none'; sandbox")
        return c.body(new Uint8Array(logo.content), 200, { 'Content-Type': logo.mediaType })
      })
  )
}

function kindOf(kind: string): ProgramFileKind {
  if (kind === 'logo' || kind === 'word-template') return kind
  throw new HTTPException(404)
}
