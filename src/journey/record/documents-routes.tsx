import { type Context, Hono } from 'hono'
import type { DocumentModel } from '../../documents/model.ts'
import { checkWordTemplate } from '../../documents/word-template.ts'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import { NotFoundError } from '../../platform/errors.ts'
import type { Language } from '../../platform/languages.ts'
import { documentOf } from '../../ui/layout.tsx'
import { DocumentPage, DocumentsPage } from './documents-page.tsx'
import { documentFileName } from './file-name.ts'
import { listNames } from './state-store.ts'
import { getDocument, listDocuments } from './store.ts'

/** Finds the program's own Word template, if it has one. */
export type FindWordTemplate = () => Promise<Uint8Array | undefined>

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

type Format = keyof typeof types

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Published documents as pages and files, the same for all who may read them. */
export function documentsRoutes(deps: RoomDependencies & { findWordTemplate: FindWordTemplate }) {
  const { db, asset, guard } = deps
  const page = (c: Context<JourneyEnvironment>) => ({
    frame: frameOf(c, asset),
    place: c.var.place,
    standing: c.var.standing,
    timeZone: c.var.actor.timeZone,
  })

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/documents', guard('document.read'), async (c) => {
      const { documents, names } = await asPerson(db, c.var.actor, async (tx) => {
        const documents = await listDocuments(tx, c.var.place.journey.id)
        return {
          documents,
          names: await listNames(
            tx,
            documents.flatMap((one) => one.publishedBy ?? []),
          ),
        }
      })
      return c.html(documentOf(<DocumentsPage {...page(c)} documents={documents} names={names} />))
    })
    .get(`/journeys/:journey/documents/:document{${uuid}}`, guard('document.read'), async (c) => {
      const found = await load(c, c.req.param('document'))
      return c.html(documentOf(<DocumentPage {...page(c)} document={found} model={modelIn(found, c.var.language)} />))
    })
    .get(`/journeys/:journey/documents/:file{${uuid}\\.(?:pdf|docx|txt|json)}`, guard('document.read'), async (c) => {
      const [id = '', extension] = c.req.param('file').split('.')
      const format = extension as Format
      const found = await load(c, id)
      const model = modelIn(found, c.var.language)
      c.header('Content-Type', types[format])
      c.header('Content-Disposition', `attachment; filename="${documentFileName(model, found, format)}"`)
      return c.body(await fileOf(model, format, found))
    })

  function load(c: Context<JourneyEnvironment>, id: string) {
    return asPerson(db, c.var.actor, (tx) => getDocument(tx, c.var.place.journey.id, id))
  }

  async function fileOf(model: DocumentModel, format: Format, found: { kind: string; version: number; data: unknown }) {
    if (format === 'json') {
      const { kind, version, data } = found
      return `${JSON.stringify({ kind, version, date: model.date, data }, null, 2)}\n`
    }
    const template = format === 'docx' ? await deps.findWordTemplate() : undefined
    // A template that was damaged after it was checked must not keep anyone from their document.
    const usable = template !== undefined && checkWordTemplate(template).ok ? template : undefined
    return new Uint8Array(await deps.makeDocument(model, format, usable))
  }
}

/** A document in a language; where it lacks that, in the first it has. */
function modelIn({ models }: { models: Record<string, DocumentModel> }, language: Language): DocumentModel {
  const model = models[language] ?? Object.values(models)[0]
  if (model === undefined) throw new NotFoundError()
  return model
}
