import { createServer, type Server } from 'node:net'
import { deflateRawSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { clamdScanner, readClamdAddress } from './clamd.ts'
import { downloadHeaders, readUpload } from './upload.ts'

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (data: Buffer) => {
  let c = 0xffffffff
  for (const byte of data) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

/** A zip archive of a few parts, as Word and others write them. */
function zipOf(parts: [name: string, content: Buffer][]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content, { level: 9 })
    const file = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(crc(content), 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(content.length, 22)
    head.writeUInt16LE(file.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    head.copy(entry, 6, 4, 30)
    entry.writeUInt32LE(at, 42)
    locals.push(head, file, packed)
    central.push(entry, file)
    at += 30 + file.length + packed.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, list, end])
}

const wordTypes = Buffer.from(
  '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
)
const word = zipOf([
  ['[Content_Types].xml', wordTypes],
  ['word/document.xml', Buffer.from('<w:document/>')],
])
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

const read = (name: string, content: Uint8Array | string, options = {}) =>
  readUpload(
    { file: new File([typeof content === 'string' ? content : new Uint8Array(content)], name) },
    'file',
    options,
  )

test('a file of each kind that is what it says comes through', async () => {
  expect(await read('plan.pdf', pdf)).toMatchObject({ ok: true, type: 'pdf', mediaType: 'application/pdf' })
  expect(await read('logo.PNG', png)).toMatchObject({ ok: true, name: 'logo.png' })
  expect(await read('notes.docx', word)).toMatchObject({ ok: true, type: 'docx' })
  expect(await read('answers.csv', 'a;b\n1;2\n')).toMatchObject({ ok: true, type: 'csv' })
  expect(await read('élan.txt', 'Déjà vu')).toMatchObject({ ok: true, name: 'élan.txt' })
})

test('an old spreadsheet encoding still counts as text', async () => {
  expect(await read('old.csv', Buffer.from([0x4d, 0xe9, 0x74, 0x69, 0x73, 0x0a]))).toMatchObject({ ok: true })
})

test('a name does not make a file what it is not', async () => {
  expect(await read('photo.pdf', png)).toMatchObject({ reason: 'not-what-it-says' })
  expect(await read('page.txt', '<!doctype html><script>alert(1)</script>')).toMatchObject({ ok: false })
  expect(await read('run.csv', '#!/bin/sh\nrm -rf /\n')).toMatchObject({ ok: false })
  expect(await read('program.txt', Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03]))).toMatchObject({ ok: false })
  expect(await read('page.html', '<p>hello</p>')).toMatchObject({ reason: 'type' })
  expect(await read('picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')).toMatchObject({ reason: 'type' })
})

test('a document that carries a program is refused', async () => {
  const withMacro = zipOf([
    ['[Content_Types].xml', wordTypes],
    ['word/document.xml', Buffer.from('<w:document/>')],
    ['word/vbaProject.bin', Buffer.from('macro')],
  ])
  expect(await read('letter.docx', withMacro)).toMatchObject({ ok: false })
})

test('a bomb is not unpacked: an archive that would grow a thousandfold is looked at and let go', async () => {
  const bomb = zipOf([['zeros.txt', Buffer.alloc(50_000_000)]])
  expect(bomb.length).toBeLessThan(100_000)
  expect(await read('notes.docx', bomb)).toMatchObject({ reason: 'not-what-it-says' })
  const inTypes = zipOf([['[Content_Types].xml', Buffer.alloc(50_000_000, ' ')]])
  expect(await read('notes.docx', inTypes)).toMatchObject({ ok: false })
})

test('nothing, an empty file and a large one are told apart', async () => {
  expect(await readUpload({}, 'file')).toEqual({ ok: false, reason: 'missing' })
  expect(await readUpload({ file: new File([], '') }, 'file')).toEqual({ ok: false, reason: 'missing' })
  expect(await read('empty.txt', '')).toEqual({ ok: false, reason: 'empty' })
  expect(await read('long.txt', Buffer.alloc(10_000_001, 'a'))).toEqual({ ok: false, reason: 'too-large' })
})

test('a name keeps its words and loses folders, marks and tricks', async () => {
  const nameOf = async (name: string) => {
    const upload = await read(name, 'text')
    return upload.ok ? upload.name : upload.reason
  }
  expect(await nameOf('../../etc/passwd.txt')).toBe('passwd.txt')
  expect(await nameOf('C:\\Users\\me\\plan final.txt')).toBe('plan final.txt')
  expect(await nameOf('inv\u202Eexe\u0000oice.txt')).toBe('invexeoice.txt')
  expect(await nameOf('CON.txt')).toBe('file.txt')
  expect(await nameOf('...txt')).toBe('file.txt')
  expect(await nameOf(`${'é'.repeat(300)}.txt`)).toHaveLength(114)
})

test('a stored file leaves as a download that can do nothing', () => {
  const headers = downloadHeaders({ name: 'Résumé "1".txt', mediaType: 'text/plain' })
  expect(headers['Content-Disposition']).toBe(
    `attachment; filename="Resume 1.txt"; filename*=UTF-8''R%C3%A9sum%C3%A9%20%221%22.txt`,
  )
  expect(headers['X-Content-Type-Options']).toBe('nosniff')
  expect(headers['Content-Security-Policy']).toContain('sandbox')
})

const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

/** Speaks as much of clamd's protocol as one question needs. */
async function fakeClamd(answer: (content: Buffer) => string | undefined): Promise<number> {
  const server = createServer((socket) => {
    let got: Buffer = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (piece: Buffer) => {
      got = Buffer.concat([got, piece])
      if (!got.subarray(0, 10).equals(Buffer.from('zINSTREAM\0'))) return
      const pieces: Buffer[] = []
      let at = 10
      while (at + 4 <= got.length) {
        const length = got.readUInt32BE(at)
        if (length === 0) {
          const said = answer(Buffer.concat(pieces))
          if (said === undefined) socket.destroy()
          else socket.end(`stream: ${said}\0`)
          return
        }
        if (at + 4 + length > got.length) return
        pieces.push(got.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

test('the scanner sees the whole file and its word counts', async () => {
  let seen: Buffer = Buffer.alloc(0)
  const port = await fakeClamd((content) => {
    seen = content
    return content.includes('EVIL') ? 'Eicar-Signature FOUND' : 'OK'
  })
  const scan = clamdScanner({ host: '127.0.0.1', port })
  const long = `${'a'.repeat(200_000)} end`
  expect(await read('good.txt', long, { scan })).toMatchObject({ ok: true })
  expect(seen.toString()).toBe(long)
  expect(await read('bad.txt', 'EVIL', { scan })).toEqual({ ok: false, reason: 'infected' })
})

test('a scanner that does not answer means the file is not taken', async () => {
  const hangingUp = clamdScanner({ host: '127.0.0.1', port: await fakeClamd(() => undefined) })
  expect(await read('a.txt', 'text', { scan: hangingUp })).toEqual({ ok: false, reason: 'cannot-check' })
  const [gone] = [await fakeClamd(() => 'OK')]
  await new Promise((resolve) => servers.at(-1)?.close(resolve))
  const unreachable = clamdScanner({ host: '127.0.0.1', port: gone })
  expect(await read('a.txt', 'text', { scan: unreachable })).toEqual({ ok: false, reason: 'cannot-check' })
  const sized = clamdScanner({ host: '127.0.0.1', port: await fakeClamd(() => 'INSTREAM size limit exceeded. ERROR') })
  expect(await read('a.txt', 'text', { scan: sized })).toEqual({ ok: false, reason: 'cannot-check' })
})

test('the scanner’s address is a host and a port', () => {
  expect(readClamdAddress('clamd.internal:3310')).toEqual({ host: 'clamd.internal', port: 3310 })
  expect(readClamdAddress('[::1]:3310')).toEqual({ host: '::1', port: 3310 })
  expect(readClamdAddress('clamd.internal')).toBeUndefined()
  expect(readClamdAddress('host:99999')).toBeUndefined()
})
