import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { paths } from '../../paths.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { type RateLimit, rateLimit } from '../../platform/web/rate-limit.ts'
import { privateLinkHeaders } from '../../platform/web/security-headers.ts'
import type { AssetUrl } from '../../ui/layout.tsx'
import { documentOf } from '../../ui/layout.tsx'
import { newRecord } from '../record/record.ts'
import { underToday } from '../record/releases.ts'
import { readSentRecord, releaseOf } from '../record/sent-record.ts'
import { sayTooLong } from '../results/too-long-page.tsx'
import { type KeptDependencies, keep } from './access.ts'
import { WithoutScriptsPage } from './without-scripts-page.tsx'

/** Links that one address may make in an hour; a whole office can sit behind one address. */
const linksAnHour = 30

type MakingDependencies = KeptDependencies & { asset: AssetUrl; trustProxy: boolean }

/** Where a self-check begins to be kept on the server: the way without scripts, and the resume link of a device. */
export function makingRoutes(deps: MakingDependencies) {
  const { pack, release, asset, now, trustProxy } = deps
  const limit: RateLimit = { requests: linksAnHour, seconds: 3600, now, trustProxy }
  const limited = rateLimit(limit, () => {
    throw new HTTPException(429)
  })
  return new Hono<AppEnvironment>()
    .get('/self-check/without-scripts', (c) => {
      const { language } = c.var
      return c.html(documentOf(<WithoutScriptsPage language={language} pack={pack} release={release} asset={asset} />))
    })
    .post('/self-check/without-scripts', limited, async (c) => {
      const { language } = c.var
      const record = newRecord({ id: randomUUID(), now: now(), release, pack: pack.id })
      const { token } = await keep(deps, language, record)
      return c.redirect(paths.selfCheck(language, { kind: 'kept', token }), 303)
    })
    .post('/self-check/resume-link', privateLinkHeaders, limited, async (c) => {
      const { language } = c.var
      const sent: unknown = await c.req.json().catch(() => undefined)
      const content = (await deps.findContent(releaseOf(sent) ?? '')) ?? { pack, release }
      const reading = readSentRecord(sent, content.pack)
      if (!reading.ok && reading.tooLong.length === 0) throw new HTTPException(400)
      if (!reading.ok) {
        return c.json({ problems: reading.tooLong.map((one) => sayTooLong(one, content.pack, language)) }, 422)
      }
      // Only a published release can be kept; answers to anything else go on under today's questions.
      const { token, expiresAt } = await keep(deps, language, underToday(reading.record, content))
      const path = paths.selfCheck(language, { kind: 'kept', token })
      return c.json({ path, forget: paths.forget(language, token), expiresAt: expiresAt.toISOString() }, 201)
    })
}
