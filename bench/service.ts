// Pages of people who are signed in, on the demonstration: drawn for each request, through sign-in, roles and row-level security. Beside
// a bare Node server that answers the same bytes, asked in turn in the same run.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { ask, endServers, load, started, teach } from './load.ts'
import { printTable, threeDigits } from './measure.ts'

/** Who asks -> pages; `J` stands for the first journey on the page where they start. */
const pages: [string, string[]][] = [
  ['harbour-lead', ['/en/start', 'J', 'J/report-card', 'J/draft-plan', 'J/validation', 'J/actions', 'J/documents']],
  ['county-gis', ['J/diagnostic/answer/data-inventory']],
  ['advisor-1', ['/en/desk', '/en/search?q=data']],
  ['manager', ['/en/program']],
]
const warmUp = 50
const requests = 500

const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'))
// PostgreSQL's own user keeps its files in here when root runs this.
await chmod(folder, 0o755)
try {
  const waymark = await started(['scripts/demo.mjs'], { PORT: '0', HOST: '127.0.0.1', WAYMARK_DATA: folder })
  const bare = await started(['bench/bare-server.ts'], {})
  const rows: string[][] = []
  for (const [person, paths] of pages) {
    const signedIn = await ask(waymark, '/en/demo', { post: `person=${person}` })
    const cookie = (signedIn.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ')
    const first = await ask(waymark, '/en/start', { cookie })
    const journey = /\/en\/journeys\/[0-9a-f-]{36}/.exec(textOf(first))?.[0] ?? ''
    for (const path of paths) {
      const page = path.replace(/^J/, journey)
      const answer = await ask(waymark, page, { cookie })
      if (answer.status !== 200) throw new Error(`${page} answered ${answer.status} to ${person}`)
      await teach(bare, page, answer)
      await load(waymark, page, warmUp, cookie)
      await load(bare, page, warmUp)
      const ours = await load(waymark, page, requests, cookie)
      const theirs = await load(bare, page, requests)
      rows.push([
        path,
        person,
        `${answer.body.length}`,
        threeDigits(ours.perSecond),
        threeDigits(ours.p99),
        threeDigits(theirs.perSecond),
        threeDigits(ours.perSecond / theirs.perSecond),
      ])
    }
  }
  printTable(
    `Pages of the service: ${requests} requests each over 16 connections, against a bare Node server with the same bytes`,
    ['page', 'who', 'bytes', 'Waymark requests/s', 'p99 ms', 'bare requests/s', 'ratio'],
    rows,
  )
} finally {
  await endServers()
  await rm(folder, { recursive: true, force: true })
}

function textOf({ headers, body }: { headers: Record<string, unknown>; body: Buffer }): string {
  const encoding = headers['content-encoding']
  return (encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body).toString(
    'utf8',
  )
}
