import { createHash } from 'node:crypto'
import { say } from '../content/text.ts'
import { type TemplateDocumentValues, templateDocument } from '../documents/template-document.ts'
import { templateSheet } from '../documents/template-sheet.ts'
import { insertFile, plainName } from '../journey/record/index.ts'
import type { RoomDependencies } from '../people/index.ts'
import type { Tx } from '../platform/database/connection.ts'
import { type Upload, uploadTypes } from '../platform/uploads/upload.ts'

export type FilledIn = Required<Pick<TemplateDocumentValues, 'values'>> & Omit<TemplateDocumentValues, 'values'>

export const downloadFormats = ['docx', 'xlsx', 'pdf'] as const
export type DownloadFormat = (typeof downloadFormats)[number]

/** A filled-in template as a file. */
export async function makeTemplateFile(
  deps: Pick<RoomDependencies, 'makeDocument'>,
  filled: FilledIn,
  format: DownloadFormat,
): Promise<Uint8Array> {
  return format === 'xlsx' ? templateSheet(filled) : deps.makeDocument(templateDocument(filled), format)
}

/** The name of a file: what it is called, its version where it has one, its language. */
export function templateFileName(name: string, language: string, format: DownloadFormat, version?: number): string {
  return `${plainName(name)}${version === undefined ? '' : `-v${version}`}-${language}.${format}`
}

/** The files of one version, made but not stored: Word always, a spreadsheet where the template offers one. */
export type VersionFiles = { word: Uint8Array; sheet: Uint8Array | undefined }

export async function makeVersionFiles(
  deps: Pick<RoomDependencies, 'makeDocument'>,
  filled: FilledIn,
): Promise<VersionFiles> {
  return {
    word: await makeTemplateFile(deps, filled, 'docx'),
    sheet: filled.body.formats.includes('spreadsheet') ? await makeTemplateFile(deps, filled, 'xlsx') : undefined,
  }
}

/** Stores the files of a version with the community's files. @returns their ids */
export async function storeVersionFiles(
  tx: Tx,
  files: VersionFiles,
  given: {
    communityId: string
    journeyId: string | undefined
    name: string
    title: TemplateDocumentValues['title']
    language: TemplateDocumentValues['language']
    version: number
    by: string
    at: Date
  },
): Promise<{ wordFile: string; sheetFile: string | undefined }> {
  const store = (content: Uint8Array, type: 'docx' | 'xlsx') =>
    insertFile(tx, {
      upload: uploadOf(content, templateFileName(given.name, given.language, type, given.version), type),
      communityId: given.communityId,
      journeyId: given.journeyId,
      purpose: 'community',
      label: `${say(given.title, given.language).text}`.slice(0, 200),
      by: given.by,
      at: given.at,
    })
  return {
    wordFile: await store(files.word, 'docx'),
    sheetFile: files.sheet && (await store(files.sheet, 'xlsx')),
  }
}

/** A file that the service made itself, in the shape of one that was sent and checked. */
function uploadOf(content: Uint8Array, name: string, type: 'docx' | 'xlsx'): Upload {
  const buffer = Buffer.from(content)
  return {
    ok: true,
    name,
    type,
    mediaType: uploadTypes[type],
    content: buffer,
    sha256: createHash('sha256').update(buffer).digest(),
  }
}
