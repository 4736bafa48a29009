import { Hono } from 'hono'
import type { DocumentModel } from '../../documents/model.ts'
import {
  asPerson,
  frameOf,
  getCommunity,
  listMembers,
  type PlaceEnvironment,
  type RoomDependencies,
} from '../../people/index.ts'
import { writeCsv } from '../../platform/csv.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { languages } from '../../platform/languages.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import { listCommunityRecord } from './community-record-store.ts'
import { listEvents } from './event-store.ts'
import { type ExportFile, type ExportPart, packExport } from './export.ts'
import { exportMessages, readmeOf, recordDictionary } from './export-messages.ts'
import { ExportPage } from './export-page.tsx'
import { plainName } from './file-name.ts'
import { filesOnAPage, getFile, listFiles } from './files-store.ts'
import { recordTable } from './record-routes.tsx'
import { listStageEntries } from './state-store.ts'
import { getDocument, type Journey, listDocuments, listJourneys, recordEvent } from './store.ts'

type Drawable = { name: string; model: DocumentModel }

/** A community takes its data with it; rooms hand in their parts. */
export function exportRoutes(deps: RoomDependencies & { exportParts: readonly ExportPart[] }) {
  const { db, asset, guard, now, exportParts } = deps
  return new Hono<PlaceEnvironment>()
    .get('/communities/:community/export', guard.community('journey.export'), (c) =>
      c.html(documentOf(<ExportPage frame={frameOf(c, asset)} place={c.var.place} />)),
    )
    .post('/communities/:community/export', guard.community('journey.export'), async (c) => {
      const { actor, place, language } = c.var
      const day = dayIn(now(), actor.timeZone)
      const { files, drawables } = await asPerson(db, actor, async (tx) => {
        const found = await collect(tx, place.communityId)
        const detail = { files: found.files.length + 2 * found.drawables.length }
        await recordEvent(tx, {
          communityId: place.communityId,
          personId: actor.personId,
          act: 'community.exported',
          at: now(),
          detail,
        })
        return found
      })
      for (const { name, model } of drawables) {
        files.push({ name: `${name}.pdf`, content: await deps.makeDocument(model, 'pdf') })
        files.push({ name: `${name}.txt`, content: await deps.makeDocument(model, 'txt') })
      }
      const readme = {
        en: readmeOf.en(place.communityName, longDate(day, 'en')),
        fr: readmeOf.fr(place.communityName, longDate(day, 'fr')),
      }
      const dictionary = [...recordDictionary, ...exportParts.flatMap((part) => part.dictionary)]
      const name = `${exportMessages[language].fileName}-${plainName(place.communityName)}-${day}.zip`
      c.header('Content-Type', 'application/zip')
      c.header('Content-Disposition', `attachment; filename="${name}"`)
      return c.body(new Uint8Array(packExport(files, dictionary, { readme, date: day })))
    })

  async function collect(tx: Tx, communityId: string): Promise<{ files: ExportFile[]; drawables: Drawable[] }> {
    const files = [...(await communityFiles(tx, communityId)), ...(await sharedFiles(tx, communityId))]
    const drawables: Drawable[] = []
    for (const part of exportParts) files.push(...(await part.collect(tx, { communityId, journeyId: undefined })))
    for (const journey of await listJourneys(tx, communityId)) {
      const folder = `journeys/${dayIn(journey.startedAt, 'UTC')}-${journey.id.slice(0, 8)}`
      const found = await journeyFiles(tx, journey, folder)
      files.push(...found.files)
      drawables.push(...found.drawables)
      for (const part of exportParts) {
        const given = await part.collect(tx, { communityId, journeyId: journey.id })
        files.push(...given.map(({ name, content }) => ({ name: `${folder}/${name}`, content })))
      }
    }
    return { files, drawables }
  }
}

async function communityFiles(tx: Tx, communityId: string): Promise<ExportFile[]> {
  const { id: _id, version: _version, createdAt, ...community } = await getCommunity(tx, communityId)
  const members = await listMembers(tx, communityId)
  const events = await listCommunityRecord(tx, communityId, { limit: mostLines, offset: 0 })
  return [
    { name: 'community.json', content: `${JSON.stringify({ ...community, createdAt }, null, 2)}\n` },
    {
      name: 'members.csv',
      content: writeCsv(
        ['name', 'email', 'role', 'title'],
        members.flatMap((one) => one.roles.map((role) => [one.name, one.email, role, one.title ?? ''])),
      ),
    },
    { name: 'record.csv', content: recordTable(events, community.language) },
  ]
}

/** Files that do not stay with the community's own people, each under a name that no other has. */
async function sharedFiles(tx: Tx, communityId: string): Promise<ExportFile[]> {
  const files: ExportFile[] = []
  const rows: string[][] = []
  for (let page = 1, more = true; more; page++) {
    const found = await listFiles(tx, communityId, page)
    more = found.more && page * filesOnAPage < mostFiles
    for (const file of found.files.filter(({ staysWithUs }) => !staysWithUs)) {
      const { content } = await getFile(tx, communityId, file.id)
      const name = `files/${file.id.slice(0, 8)}-${file.name}`
      files.push({ name, content })
      rows.push([name, file.name, file.label ?? '', file.uploadedAt.toISOString()])
    }
  }
  if (rows.length > 0) files.push({ name: 'files.csv', content: writeCsv(['file', 'name', 'label', 'uploaded'], rows) })
  return files
}

/** More files than any journey has; what is beyond them is listed under "Files" and downloaded there. */
const mostFiles = 500

/** Lines of one journey's record. */
const mostLines = 20_000

async function journeyFiles(tx: Tx, journey: Journey, folder: string) {
  const entries = await listStageEntries(tx, journey.id)
  const events = await listEvents(tx, journey.id, { limit: mostLines })
  const files: ExportFile[] = [
    {
      name: `${folder}/journey.csv`,
      content: writeCsv(
        ['stage', 'entered', 'back', 'reason'],
        entries.map((one) => [one.stage, one.at.toISOString(), one.back ? 'yes' : 'no', one.reason ?? '']),
      ),
    },
    { name: `${folder}/record.csv`, content: recordTable(events, journey.language) },
  ]
  const drawables: Drawable[] = []
  for (const { id } of await listDocuments(tx, journey.id)) {
    const document = await getDocument(tx, journey.id, id)
    const name = `${folder}/documents/${document.kind}-v${document.version}`
    const { kind, version, publishedAt, data } = document
    files.push({ name: `${name}.json`, content: `${JSON.stringify({ kind, version, publishedAt, data }, null, 2)}\n` })
    for (const language of languages) {
      const model = document.models[language]
      if (model) drawables.push({ name: `${name}.${language}`, model })
    }
  }
  return { files, drawables }
}
