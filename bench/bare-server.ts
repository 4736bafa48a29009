// The reference for bench/pages.ts: a Node server that knows nothing but the bytes it was given. A POST gives it a page, a GET gets it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const known = new Map<string, { headers: Record<string, string | string[]>; body: Buffer }>()

const server = createServer((asked, answer) => {
  if (asked.method === 'POST') {
    const parts: Buffer[] = []
    asked.on('data', (part: Buffer) => parts.push(part))
    asked.on('end', () => {
      const { page, headers, body } = JSON.parse(Buffer.concat(parts).toString())
      const bytes = Buffer.from(body, 'base64')
      known.set(page, { headers: { ...headers, 'content-length': String(bytes.length) }, body: bytes })
      answer.writeHead(204).end()
    })
    return
  }
  const page = known.get(asked.url ?? '')
  if (page === undefined) answer.writeHead(404).end()
  else answer.writeHead(200, page.headers).end(page.body)
})

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
process.on('SIGTERM', () => {
  server.closeAllConnections()
  server.close()
})
