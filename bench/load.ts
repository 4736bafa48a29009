// What the benchmarks of pages share: servers in processes of their own, and requests over the same number of open connections.
import { type ChildProcess, spawn } from 'node:child_process'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'

const connections = 16

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

const agent = new Agent({ keepAlive: true, maxSockets: connections })
const children: ChildProcess[] = []

/** Ends what was started. */
export async function endServers(): Promise<void> {
  agent.destroy()
  for (const child of children) await stopped(child)
}

/** Starts a server and waits until it prints its address. */
export async function started(args: readonly string[], environment: Record<string, string>): Promise<URL> {
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
export async function teach(server: URL, page: string, { headers, body }: Answer): Promise<void> {
  const kept = Object.entries(headers).filter(
    ([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name),
  )
  const lesson = JSON.stringify({ page, headers: Object.fromEntries(kept), body: body.toString('base64') })
  const { status } = await ask(server, '/', { post: lesson })
  if (status !== 204) throw new Error('the bare server did not take the page')
}

export async function load(
  server: URL,
  page: string,
  count: number,
  cookie?: string,
): Promise<{ perSecond: number; p99: number }> {
  const times: number[] = []
  let left = count
  const start = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left-- > 0) {
        const asked = performance.now()
        const { status } = await ask(server, page, { cookie })
        if (status !== 200) throw new Error(`${page} answered ${status}`)
        times.push(performance.now() - asked)
      }
    }),
  )
  const elapsed = performance.now() - start
  times.sort((a, b) => a - b)
  return { perSecond: (times.length / elapsed) * 1000, p99: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN }
}

export function ask(
  server: URL,
  path: string,
  { post, cookie }: { post?: string; cookie?: string | undefined } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      'accept-encoding': 'br, gzip',
      'accept-language': 'en',
      ...(cookie ? { cookie } : {}),
      ...(post?.startsWith('person=')
        ? { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
        : {}),
    }
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
