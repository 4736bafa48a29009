import type { FindContent } from '../content/releases.ts'
import type { Pack } from '../content/schema.ts'
import type { DocumentModel } from '../documents/model.ts'
import type { DocumentFormat } from '../documents/render.ts'
import type { Now } from '../platform/clock.ts'
import type { Db } from '../platform/database/connection.ts'
import type { Language } from '../platform/languages.ts'
import type { AssetUrl } from '../ui/layout.tsx'
import type { ShownAnswer } from './answers.tsx'

/** What the library is given. */
export type LibraryDependencies = {
  db: Db
  now: Now
  asset: AssetUrl
  /** The release that the open catalogue shows, and its hash; read anew for each page, since a program may publish another. */
  readonly pack: Pack
  readonly release: string
  /** The pack that ships: an item that the program hides keeps its address there, since journeys and self-checks lead to it. */
  shipped: Pack
  /** An earlier release, for the figures of a lesson that someone began then. */
  findContent: FindContent
  makeDocument: (model: DocumentModel, format: DocumentFormat) => Promise<Uint8Array>
  /** The time zone in which a file is dated. */
  timeZone: string
  /** Published answers about an item. */
  listAnswers: (item: string, language: Language) => Promise<ShownAnswer[]>
}
