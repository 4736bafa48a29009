import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { ConflictError } from '../../platform/errors.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { readForm } from '../../platform/web/posted-form.ts'
import { privateLinkHeaders } from '../../platform/web/security-headers.ts'
import { type AssetUrl, documentOf } from '../../ui/layout.tsx'
import { answersText, readAnswersText, releaseNamedIn } from '../record/answers-text.ts'
import { basisOf } from '../record/basis.ts'
import { isBlank } from '../record/record.ts'
import { underToday } from '../record/releases.ts'
import { changeKept, contentOf, type KeptDependencies, readKept } from './access.ts'
import { problemLines } from './file-problems.ts'
import { FilesPage, type KeptFiles } from './files-page.tsx'
import { keepingMessages } from './messages.ts'
import { keptPage } from './progress.ts'
import { replaceAnswers } from './store.ts'

/** Answers under a private link out to a file or a device, and in from a file. */
export function keptFilesRoutes(deps: KeptDependencies & { asset: AssetUrl }) {
  const { pack, release, asset, now } = deps
  const common = (c: Context<AppEnvironment>) => ({ language: c.var.language, pack, release, asset })

  return new Hono<AppEnvironment>()
    .use('/self-check/kept/*', privateLinkHeaders)
    .get('/self-check/kept/:token/files', async (c) => {
      const token = c.req.param('token')
      const found = await readKept(deps, token)
      const hasAnswers = Object.keys(found.record.answers).length > 0
      const view = { ...keptPage(token, found, release), hasAnswers, problems: [], more: 0 }
      return c.html(documentOf(<FilesPage {...common(c)} kept={view} />))
    })
    .post('/self-check/kept/:token/files', async (c) => {
      const { language } = c.var
      const t = keepingMessages[language]
      const token = c.req.param('token')
      const form = await readForm(c.req)
      const { file } = form
      const bytes = file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined
      const named = bytes && releaseNamedIn(bytes)
      const content = (named === undefined ? undefined : await deps.findContent(named)) ?? { pack, release }
      const outcome = await changeKept(deps, token, async (found, tx): Promise<KeptFiles> => {
        const hasAnswers = Object.keys(found.record.answers).length > 0
        const refuse = (lines: string[], more = 0) => ({
          ...keptPage(token, found, release),
          hasAnswers,
          problems: lines,
          more,
        })
        if (bytes === undefined) return refuse([t.importNoFile])
        if (hasAnswers && form.agree !== 'yes') return refuse([t.importAgreeMissing])
        const given = { id: found.id, now: now(), release: content.release }
        const reading = readAnswersText(content.pack, bytes, given)
        if (!reading.ok) {
          const { lines, more } = problemLines(reading, language)
          return refuse(lines, more)
        }
        // Only what is published here can be kept; answers to anything else go on under today's questions.
        const record = reading.record.release === content.release ? reading.record : underToday(reading.record, content)
        if (!(await replaceAnswers(tx, found, record, now()))) throw new ConflictError()
        const imported = Object.values(record.answers).filter((answer) => !isBlank(answer)).length
        const otherRelease = named !== undefined && named !== release
        const view = keptPage(token, { record }, release)
        return { ...view, hasAnswers: true, problems: [], more: 0, imported, otherRelease }
      })
      const page = <FilesPage {...common(c)} kept={outcome} />
      return c.html(documentOf(page), outcome.problems.length > 0 ? 422 : 200)
    })
    .get('/self-check/kept/:token/record.json', async (c) => {
      const { record } = await readKept(deps, c.req.param('token'))
      // The device's question pages know no profile: form and wording go along as what they come to.
      const answered = await contentOf(deps, record)
      const { form, variant } = basisOf(answered.pack, record)
      return c.json({ ...record, pack: answered.pack.id, id: randomUUID(), form, variant })
    })
    .get('/self-check/kept/:token/:file{answers\\.(json|csv)}', async (c) => {
      const format = c.req.param('file').endsWith('csv') ? 'csv' : 'json'
      const { record } = await readKept(deps, c.req.param('token'))
      c.header('Content-Disposition', `attachment; filename="${keepingMessages[c.var.language].fileName}.${format}"`)
      const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8'
      const answered = await contentOf(deps, record)
      return c.body(answersText(answered.record, answered.pack, format), 200, { 'Content-Type': type })
    })
}
