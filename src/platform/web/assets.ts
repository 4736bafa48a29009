import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
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
  wasm: 'application/wasm',
}

/**
 * Reads what the build made for browsers.
 *
 * @param folder the build's folder, with `assets.json` and `public/`
 */
export function readAssets(folder: string): Assets {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'assets.json'), 'utf8')))
  const published = new Set(Object.values(manifest).flatMap((asset) => [asset.file, ...asset.imports]))
  return {
    url(name) {
      const asset = manifest[name]
      if (asset === undefined) throw new Error(`The build made no ${name}; it made ${Object.keys(manifest).join(', ')}`)
      return `/assets/${asset.file}`
    },
    serve: async (c, next) => {
      const file = c.req.path.slice('/assets/'.length)
      const type = types[file.split('.').at(-1) ?? '']
      if (!published.has(file) || type === undefined) return next()
      const encoding = type.startsWith('image/png') ? undefined : chooseEncoding(c.req.header('accept-encoding'))
      const suffix = encoding === undefined ? '' : encoding === 'br' ? '.br' : '.gz'
      const body = await readFile(join(folder, 'public', file + suffix))
      c.header('Content-Type', type)
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      c.header('Vary', 'Accept-Encoding')
      if (encoding !== undefined) c.header('Content-Encoding', encoding)
      return c.body(new Uint8Array(body))
    },
  }
}

/** Addresses without a build behind them, for tests of routes that look at markup only. */
export const unbuiltAssets: Assets = {
  url: (name) => `/assets/${name}`,
  serve: async (_c, next) => next(),
}
