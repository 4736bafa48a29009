import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { chooseEncoding } from './compression.ts'

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), size: z.number().int(), imports: z.array(z.string()) }),
)

export type Assets = {
  /**
   * The address of a script or style sheet, for `src` and `href`.
   *
   * @param name the source's name with the ending of the result: `self-check.js`, `waymark.css`
   * @throws Error when the build made no such file
   */
  url(name: string): string
  /** Serves the files themselves below `/assets/`. Names carry a hash of the content, so they may be kept for good. */
  serve: MiddlewareHandler
}

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  webmanifest: 'application/manifest+json',
  // The only JSON that the build makes for browsers; they take the rules in this type alone.
  json: 'application/speculationrules+json',
  wasm: 'application/wasm',
}

/** What a file is sent as, by the encoding that the browser takes. */
type Bodies = Record<'plain' | 'br' | 'gzip', Uint8Array<ArrayBuffer>>

/**
 * Reads what the build made for browsers, whole, into memory: a later build may take the files away.
 *
 * @param folder the build's folder, with `assets.json` and `public/`
 */
export function readAssets(folder: string): Assets {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'assets.json'), 'utf8')))
  const read = (file: string) => new Uint8Array(readFileSync(join(folder, 'public', file)))
  const published = new Map<string, Bodies>()
  for (const file of Object.values(manifest).flatMap((asset) => [asset.file, ...asset.imports])) {
    published.set(file, { plain: read(file), br: read(`${file}.br`), gzip: read(`${file}.gz`) })
  }
  return {
    url(name) {
      const asset = manifest[name]
      if (asset === undefined) throw new Error(`The build made no ${name}; it made ${Object.keys(manifest).join(', ')}`)
      return `/assets/${asset.file}`
    },
    serve: async (c, next) => {
      const file = c.req.path.slice('/assets/'.length)
      const type = types[file.split('.').at(-1) ?? '']
      const bodies = published.get(file)
      if (bodies === undefined || type === undefined) return next()
      const encoding = type.startsWith('image/png') ? undefined : chooseEncoding(c.req.header('accept-encoding'))
      c.header('Content-Type', type)
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      c.header('Vary', 'Accept-Encoding')
      // Frames of packages have no origin, so to the browser these come from elsewhere.
      if (/-frame-[\w-]+\.js$/.test(file)) c.header('Cross-Origin-Resource-Policy', 'cross-origin')
      if (encoding !== undefined) c.header('Content-Encoding', encoding)
      return c.body(bodies[encoding ?? 'plain'])
    },
  }
}

/** Addresses without a build behind them, for tests of routes that look at markup only. */
export const unbuiltAssets: Assets = {
  url: (name) => `/assets/${name}`,
  serve: async (_c, next) => next(),
}
