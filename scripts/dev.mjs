// Rebuilds, restarts and reloads the page whenever a source changes. A small proxy in front keeps this out of the service:
// it adds its script to every page and holds requests while the service restarts.
import { spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { createServer, request } from 'node:http'
import { createServer as createSocket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensureBuilt } from './build.mjs'
import { nodeProgram, root } from './installation.mjs'

const port = Number(process.env.PORT || 3000)
const innerPort = await freePort()
const script = `new EventSource('/__reload').onmessage = () => location.reload()`
const listeners = new Set()

let service
let changed = true
let working = false

createServer(answer).listen(port, () => console.log(`http://localhost:${port}/`))
for (const folder of ['src', 'content', 'migrations'].map((name) => join(root, name)).filter(existsSync)) {
  watch(folder, { recursive: true }, () => {
    changed = true
    void work()
  })
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    await stop()
    process.exit(0)
  })
}
await work()

/** One round at a time; what changes during a round starts another. */
async function work() {
  if (working) return
  working = true
  while (changed) {
    await wait(50)
    changed = false
    const folder = await ensureBuilt()
    if (folder === undefined) continue
    await stop()
    service = spawn(nodeProgram() ?? process.execPath, [join(folder, 'server', 'main.js')], {
      cwd: root,
      stdio: 'inherit',
      detached: true,
      env: { ...process.env, PORT: String(innerPort), HOST: '127.0.0.1', WAYMARK_ORIGIN: `http://localhost:${port}` },
    })
    if (await isReady(service)) for (const listener of listeners) listener.write('data: reload\n\n')
  }
  working = false
}

async function stop() {
  if (service === undefined || service.exitCode !== null) return
  const ended = new Promise((resolve) => service.once('exit', resolve))
  service.kill('SIGTERM')
  await ended
}

async function isReady(child) {
  while (child.exitCode === null) {
    try {
      if ((await fetch(`http://127.0.0.1:${innerPort}/healthz`)).ok) return true
    } catch {
      await wait(50)
    }
  }
  return false
}

function answer(incoming, outgoing) {
  if (incoming.url === '/__reload') {
    outgoing.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    listeners.add(outgoing)
    outgoing.on('close', () => listeners.delete(outgoing))
  } else if (incoming.url === '/__reload.js') {
    outgoing.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script)
  } else forward(incoming, outgoing)
}

function forward(incoming, outgoing, attempt = 0) {
  const headers = { ...incoming.headers, 'accept-encoding': 'identity' }
  const inner = request({ host: '127.0.0.1', port: innerPort, method: incoming.method, path: incoming.url, headers })
  inner.on('response', async (response) => {
    if (!/^text\/html/.test(response.headers['content-type'] ?? '')) {
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
      return
    }
    const page = Buffer.concat(await response.toArray()).toString()
    const { 'content-length': _, ...rest } = response.headers
    outgoing.writeHead(response.statusCode ?? 502, rest)
    outgoing.end(page.replace('</head>', '<script src="/__reload.js" defer></script></head>'))
  })
  inner.on('error', async () => {
    if (attempt === 100 || incoming.method !== 'GET') {
      outgoing.writeHead(502).end('The service does not answer; the terminal says why.')
      return
    }
    await wait(100)
    forward(incoming, outgoing, attempt + 1)
  })
  incoming.pipe(inner)
}

async function freePort() {
  const server = createSocket()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: found } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return found
}
