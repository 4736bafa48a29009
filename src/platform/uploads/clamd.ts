import { connect } from 'node:net'
import type { ScanFile } from './upload.ts'

/** Bytes of one piece; clamd's own limit of a stream is far above. */
const pieceSize = 64 * 1024

/**
 * Asks a clamd (ClamAV's daemon) with its INSTREAM command: pieces with their length in front, a length of zero at the end.
 *
 * @param address host and port of its TCP socket
 * @param timeout milliseconds of silence after which a file counts as unchecked
 */
export function clamdScanner(address: { host: string; port: number }, timeout = 20_000): ScanFile {
  return (content) =>
    new Promise((resolve) => {
      let answer = ''
      const socket = connect(address)
      const end = (outcome: Awaited<ReturnType<ScanFile>>) => {
        socket.destroy()
        resolve(outcome)
      }
      socket.setTimeout(timeout, () => end('cannot-check'))
      socket.on('error', () => end('cannot-check'))
      socket.on('data', (piece) => {
        answer += piece.toString('latin1')
        if (answer.includes('\0')) end(outcomeOf(answer))
      })
      socket.on('close', () => end(outcomeOf(answer)))
      socket.on('connect', () => {
        socket.write('zINSTREAM\0')
        for (let at = 0; at < content.length; at += pieceSize) {
          const piece = content.subarray(at, at + pieceSize)
          const length = Buffer.alloc(4)
          length.writeUInt32BE(piece.length)
          socket.write(length)
          socket.write(piece)
        }
        socket.write(Buffer.alloc(4))
      })
    })
}

function outcomeOf(answer: string): Awaited<ReturnType<ScanFile>> {
  const line = answer.replaceAll('\0', '').trim()
  if (/\bOK$/.test(line)) return 'clean'
  return /\bFOUND$/.test(line) ? 'infected' : 'cannot-check'
}

/** Reads `host:port`; an IPv6 address stands in brackets. */
export function readClamdAddress(text: string): { host: string; port: number } | undefined {
  const match = /^(?:\[([0-9a-f:]+)\]|([A-Za-z0-9.-]+)):(\d{1,5})$/i.exec(text)
  const port = Number(match?.[3])
  const host = match?.[1] ?? match?.[2]
  return host !== undefined && port > 0 && port < 65536 ? { host, port } : undefined
}
