import { type Context, Hono } from 'hono'
import type { Figures, ItemBody, Pack } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { templateDocument } from '../documents/template-document.ts'
import { templateSheet } from '../documents/template-sheet.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { AppEnvironment } from '../platform/web/environment.ts'
import { dayIn } from '../ui/dates.ts'
import type { LibraryDependencies } from './dependencies.ts'
import { getCourse, getItem, packWith } from './find.ts'
import { courseFile, templateFile } from './offline-file.tsx'

/** A drawing may style itself and nothing more: no script, nothing fetched, no window of its own. */
const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** A page that is kept as a file holds its own style and drawings. */
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
} as const

/** Files of the catalogue: drawings, courses as one file, blank templates. */
export function fileRoutes(deps: LibraryDependencies) {
  return new Hono<AppEnvironment>()
    .get('/catalogue/:item/figures/:name{[a-z][a-z0-9-]*\\.svg}', async (c) => {
      const release = c.req.query('release')
      const pack = release === undefined ? packWith(deps, c.req.param('item')) : await packOf(release)
      const figures = figuresOf(pack.bodies[getItem(pack, c.req.param('item')).id])
      const name = c.req.param('name').replace(/\.svg$/, '')
      const figure = Object.hasOwn(figures, name) ? figures[name] : undefined
      if (figure === undefined) throw new NotFoundError()
      c.header('Content-Type', 'image/svg+xml; charset=utf-8')
      c.header('Content-Security-Policy', drawingPolicy)
      // A release never changes; the drawing of the one in use may be another one tomorrow.
      c.header('Cache-Control', release === undefined ? 'public, max-age=3600' : 'public, max-age=31536000, immutable')
      return c.body(say(figure, c.var.language).text)
    })
    .get('/catalogue/:item/download', (c) => {
      const { item, body } = getCourse(packWith(deps, c.req.param('item')), c.req.param('item'))
      return sendFile(c, `${item.id}.html`, 'html', courseFile({ language: c.var.language, item, body }))
    })
    .get('/catalogue/:item/files/:file{[a-z][a-z0-9-]*\\.(?:docx|xlsx|html)}', async (c, next) => {
      const { language } = c.var
      const pack = packWith(deps, c.req.param('item'))
      const item = getItem(pack, c.req.param('item'))
      const body = pack.bodies[item.id]
      const [name, ending] = c.req.param('file').split('.') as [string, keyof typeof types]
      // A file that a host added has an address of the same form, and is somebody else's to send.
      if (body?.kind !== 'template') return next()
      const offered = ending === 'html' || body.formats.includes(ending === 'docx' ? 'word' : 'spreadsheet')
      if (name !== item.id || !offered) throw new NotFoundError()
      if (ending === 'html') return sendFile(c, `${name}.html`, ending, templateFile({ language, item, body }))
      const values = {
        pack,
        title: item.title,
        licence: item.licence,
        body,
        language,
        date: dayIn(deps.now(), deps.timeZone),
      }
      const bytes =
        ending === 'docx' ? await deps.makeDocument(templateDocument(values), 'docx') : await templateSheet(values)
      return sendFile(c, `${name}.${ending}`, ending, new Uint8Array(bytes))
    })

  async function packOf(release: string): Promise<Pack> {
    const found = /^[0-9a-f]{64}$/.test(release) ? await deps.findContent(release) : undefined
    if (found === undefined) throw new NotFoundError()
    return found.pack
  }
}

function figuresOf(body: ItemBody | undefined): Figures {
  return body?.kind === 'course' || body?.kind === 'guideline' ? body.figures : {}
}

function sendFile(
  c: Context<AppEnvironment>,
  name: string,
  type: keyof typeof types,
  content: string | Uint8Array<ArrayBuffer>,
) {
  c.header('Content-Type', types[type])
  c.header('Content-Disposition', `attachment; filename="${name.replace('.', `-${c.var.language}.`)}"`)
  if (type === 'html') c.header('Content-Security-Policy', filePolicy)
  return c.body(content)
}
