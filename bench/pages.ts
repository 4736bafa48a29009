// Requests a second and the 99th percentile of the main pages, beside a bare Node server that answers the same bytes. Both run in a
// process of their own, are asked in turn over the same number of open connections, and answer the same number of requests.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask, endServers, load, started, teach } from './load.ts'
import { printTable, threeDigits } from './measure.ts'

const pages = [
  '/en',
  '/en/framework',
  '/en/framework/data/data-inventory',
  '/en/catalogue',
  '/en/method',
  '/en/self-check',
  '/en/self-check/data-inventory',
  '/en/self-check/report-card',
  '/en/self-check/plan',
]
const warmUp = 300
const requests = 3000

const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'))
// PostgreSQL's own user keeps its files in here when root runs this.
await chmod(folder, 0o755)
try {
  const waymark = await started(['scripts/start.mjs'], { PORT: '0', HOST: '127.0.0.1', WAYMARK_DATA: folder })
  const bare = await started(['bench/bare-server.ts'], {})
  const rows: string[][] = []
  for (const page of pages) {
    const answer = await ask(waymark, page)
    if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`)
    await teach(bare, page, answer)
    await load(waymark, page, warmUp)
    await load(bare, page, warmUp)
    const ours = await load(waymark, page, requests)
    const theirs = await load(bare, page, requests)
    rows.push([
      page,
      `${answer.body.length}`,
      threeDigits(ours.perSecond),
      threeDigits(ours.p99),
      threeDigits(theirs.perSecond),
      threeDigits(theirs.p99),
      threeDigits(ours.perSecond / theirs.perSecond),
    ])
  }
  printTable(
    `Pages: ${requests} requests each over 16 connections, against a bare Node server with the same bytes`,
    ['page', 'bytes', 'Waymark requests/s', 'p99 ms', 'bare requests/s', 'p99 ms', 'ratio'],
    rows,
  )
} finally {
  await endServers()
  await rm(folder, { recursive: true, force: true })
}
