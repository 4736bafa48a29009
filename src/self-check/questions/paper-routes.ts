import { Hono } from 'hono'
import type { Pack } from '../../content/schema.ts'
import { questionnaireDocument } from '../../documents/questionnaire.ts'
import type { Now } from '../../platform/clock.ts'
import { NotFoundError } from '../../platform/errors.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { dayIn } from '../../ui/dates.ts'
import type { MakeDocument } from '../results/documents.ts'

type QuestionnaireDependencies = {
  pack: Pack
  release: string
  now: Now
  timeZone: string
  makeDocument: MakeDocument
}

/** The blank questionnaire to print, in both forms and every wording. Each is made once a day at most. */
export function questionnaireRoutes({ pack, release, now, timeZone, makeDocument }: QuestionnaireDependencies) {
  const made = new Map<string, { date: string; file: Promise<Uint8Array> }>()
  return new Hono<AppEnvironment>().get('/questionnaire/:file', async (c) => {
    const { language } = c.var
    const name = c.req.param('file')
    const variant = pack.variants.find(({ id }) => name === `${id}-short.pdf` || name === `${id}-full.pdf`)
    if (variant === undefined) throw new NotFoundError()
    const form = name.endsWith('-short.pdf') ? 'short' : 'full'
    const date = dayIn(now(), timeZone)
    const key = `${language}/${name}`
    let one = made.get(key)
    if (one?.date !== date) {
      const document = questionnaireDocument({ pack, form, variant: variant.id, language, release, date })
      one = { date, file: makeDocument(document, 'pdf') }
      made.set(key, one)
      // What could not be made is tried again with the next request.
      one.file.catch(() => made.delete(key))
    }
    c.header('Content-Type', 'application/pdf')
    c.header('Content-Disposition', `inline; filename="${name}"`)
    c.header('Cache-Control', 'public, max-age=3600')
    return c.body(new Uint8Array(await one.file))
  })
}
