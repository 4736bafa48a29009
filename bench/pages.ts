// Requests a second and the 99th percentile of the main pages, beside a bare Node server that answers the same bytes. Both run in a
// process of their own, are asked in turn over the same number of open connections, and answer the same number of requests.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
const connections = 16
const warmUp = 300
const requests = 3000

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

const agent = new Agent({ keepAlive: true, maxSockets: connections })
const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'))
const children: ChildProcess[] = []
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
    `Pages: ${requests} requests each over ${connections} connections, against a bare Node server with the same bytes`,
    ['page', 'bytes', 'Waymark requests/s', 'p99 ms', 'bare requests/s', 'p99 ms', 'ratio'],
    rows,
  )
} finally {
  agent.destroy()
  for (const child of children) await stopped(child)
  await rm(folder, { recursive: true, force: true })
}

/** Starts a server and waits until it prints its address. */
async function started(args: readonly string[], environment: Record<string, string>): Promise<URL> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  let printed = ''
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += String(chunk)
    const address = /https?:\/\/\S+/.exec(printed)?.[0]
    if (address !== undefined && printed.includes('\n', printed.indexOf(address))) {
      child.stdout.resume()
      return new URL(address)
    }
  }
  throw new Error(`${args.join(' ')} ended before it served: ${printed}`)
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** Has the bare server answer a page with the same bytes and headers. */
async function teach(server: URL, page: string, { headers, body }: Answer): Promise<void> {
  const kept = Object.entries(headers).filter(
    ([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name),
  )
  const lesson = JSON.stringify({ page, headers: Object.fromEntries(kept), body: body.toString('base64') })
  const { status } = await ask(server, '/', lesson)
  if (status !== 204) throw new Error('the bare server did not take the page')
}

async function load(server: URL, page: string, count: number): Promise<{ perSecond: number; p99: number }> {
  const times: number[] = []
  let left = count
  const start = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left-- > 0) {
        const asked = performance.now()
        const { status } = await ask(server, page)
        if (status !== 200) throw new Error(`${page} answered ${status}`)
        times.push(performance.now() - asked)
      }
    }),
  )
  const elapsed = performance.now() - start
  times.sort((a, b) => a - b)
  return { perSecond: (times.length / elapsed) * 1000, p99: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN }
}

function ask(server: URL, path: string, post?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'br, gzip', 'accept-language': 'en' }
    const options = {
      agent,
      host: server.hostname,
      port: server.port,
      path,
      headers,
      method: post === undefined ? 'GET' : 'POST',
    }
    const asked = request(options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
      response.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(post)
  })
}
