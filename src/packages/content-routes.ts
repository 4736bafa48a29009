import { type Context, Hono } from 'hono'
import { asPerson, nameOf, type RoomDependencies } from '../people/index.ts'
import { type Attempt, findAttempt } from './attempt-store.ts'
import { contentHeaders } from './content-headers.ts'
import { type ContentTicket, learnerId, readContentToken } from './content-token.ts'
import type { Unit } from './manifest.ts'
import { isPage, mediaTypeOf } from './media-types.ts'
import { withScript } from './page-script.ts'
import { launchData } from './run-time.ts'
import { findFile, findVersion, type KeptFile, type PackageVersion, readFile } from './store.ts'

export type ContentDependencies = Pick<RoomDependencies, 'db' | 'now' | 'asset' | 'origin'> & {
  /** Signs the addresses of content. */
  secret: string
}

/**
 * What a package consists of, under addresses that are their own key. Nobody is signed in here: no cookie is read or set, and what is
 * answered runs in a frame without an origin.
 */
export function packageContentRoutes(deps: ContentDependencies) {
  const { db, now, asset, origin, secret } = deps

  return new Hono().get('/package-content/:token/:path{.+}', async (c) => {
    const token = c.req.param('token')
    const ticket = readContentToken(secret, token, now())
    const path = pathIn(new URL(c.req.url).pathname, token)
    const frame = frameOf(c)
    // A page of a package is for its frame: as a page of its own it would stand under our address.
    if (ticket === undefined || path === undefined || frame === 'none') return gone()
    const found = await asPerson(db, ticket, async (tx) => {
      const file = await findFile(tx, ticket.versionId, path)
      if (file === undefined) return undefined
      if (!isPage(file.path) || frame === 'data') {
        const part = partOf(file, c.req.header('range'))
        const content = part === 'beyond' ? undefined : await readFile(tx, file, part)
        return { kind: 'file' as const, file, part, content }
      }
      const version = await findVersion(tx, ticket.versionId)
      const unit = version?.units[ticket.unit]
      const name = await nameOf(tx, ticket.personId)
      if (version === undefined || unit === undefined || name === undefined) return undefined
      const attempt = await findAttempt(tx, { ...ticket, unit: unit.id })
      const content = await readFile(tx, file)
      return {
        kind: 'page' as const,
        file,
        content,
        launch: launchOf(secret, ticket, { version, unit, attempt, name }),
      }
    })
    if (found === undefined) return gone()
    const { file } = found
    const headers = contentHeaders({ sources: sourcesOf(c, origin, token), nested: frame === 'nested' })
    if (found.kind === 'file') return answerFile(file, found.part, found.content, headers)
    const { standard, launch } = found.launch
    const src = asset(standard === '1.2' ? 'package-scorm12-frame.js' : 'package-scorm2004-frame.js')
    const { body, charset } = withScript(found.content, { src, launch })
    const type = `${mediaTypeOf(file.path)}; charset=${charset}`
    return new Response(new Uint8Array(body), {
      headers: { ...headers, 'Content-Type': type, 'Cache-Control': 'no-store' },
    })
  })
}

function launchOf(
  secret: string,
  ticket: ContentTicket,
  given: { version: PackageVersion; unit: Unit; attempt: Attempt | undefined; name: string },
) {
  const { version, unit, attempt, name } = given
  const { standard, packageId } = version
  const learner = { id: learnerId(secret, ticket.personId, packageId), name }
  const kept = attempt && { data: attempt.data, seconds: attempt.seconds, done: attempt.doneAt !== undefined }
  return { standard, launch: { session: ticket.session, values: launchData({ standard, unit, learner, kept }) } }
}

/**
 * Who asks, by what browsers say of themselves: the player's frame, a frame inside the package, a script that reads a page as data,
 * or nobody who should. A browser that says nothing is taken for the player's frame.
 */
function frameOf(c: Context): 'player' | 'nested' | 'data' | 'none' {
  const wanted = c.req.header('sec-fetch-dest')
  if (wanted === 'document') return 'none'
  if (wanted !== undefined && !['iframe', 'frame', 'object', 'embed'].includes(wanted)) return 'data'
  return c.req.header('sec-fetch-site') === 'cross-site' ? 'nested' : 'player'
}

/** The path below the token; nothing where it cannot be read. */
function pathIn(pathname: string, token: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname.slice(`/package-content/${token}/`.length)).normalize('NFC')
    return path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}

/** From where a page of this opening may load anything: its own files, and the script of ours in front of them. */
function sourcesOf(c: Context, origin: string, token: string): string[] {
  const host = c.req.header('host') ?? new URL(c.req.url).host
  const origins = new Set([new URL(origin).origin])
  // Where no proxy stands in front, the browser's own word for the host is the address in use.
  if (/^[\w.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/i.test(host)) origins.add(`http://${host}`)
  return [...origins].flatMap((one) => [`${one}/package-content/${token}/`, `${one}/assets/`])
}

/** Bytes of one part; a film is asked for again from where a part ended. */
const largestPart = 4_000_000

type Part = { first: number; last: number }

/** A film or a sound may be asked for in parts. */
function partOf(file: KeptFile, range: string | undefined): Part | 'beyond' | undefined {
  const [, from, to] = /^bytes=(\d{1,10})-(\d{0,10})$/.exec(range ?? '') ?? []
  if (from === undefined || !isPlayed(file)) return undefined
  const first = Number(from)
  const last = Math.min(to ? Number(to) : file.bytes - 1, file.bytes - 1, first + largestPart - 1)
  return first > last ? 'beyond' : { first, last }
}

const isPlayed = (file: KeptFile) => /^(audio|video)\//.test(mediaTypeOf(file.path))

function answerFile(
  file: KeptFile,
  part: Part | 'beyond' | undefined,
  content: Buffer | undefined,
  headers: Record<string, string>,
): Response {
  const all = {
    ...headers,
    'Content-Type': mediaTypeOf(file.path),
    'Cache-Control': 'private, max-age=3600',
    ...(isPlayed(file) ? { 'Accept-Ranges': 'bytes' } : {}),
  }
  if (part === 'beyond' || content === undefined) {
    return new Response(null, { status: 416, headers: { ...all, 'Content-Range': `bytes */${file.bytes}` } })
  }
  if (part === undefined) return new Response(new Uint8Array(content), { headers: all })
  return new Response(new Uint8Array(content), {
    status: 206,
    headers: { ...all, 'Content-Range': `bytes ${part.first}-${part.last}/${file.bytes}` },
  })
}

/** The same for an address that never was, was changed, or is over. */
function gone(): Response {
  return new Response('Not here, or no longer.\nPas ici, ou plus ici.\n', {
    status: 404,
    headers: {
      ...contentHeaders({ sources: [], nested: false }),
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  })
}
