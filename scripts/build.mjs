// Bundles the server, the command line and the workers for Node, and the islands and styles for browsers, into `.build/`.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { root } from './installation.mjs'

const source = join(root, 'src')
const target = join(root, '.build')
const stamp = join(target, 'stamp')

/** Builds when a source is newer, missing or gone since the last build. */
export async function ensureBuilt() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return true
  return build()
}

/**
 * Builds into a folder beside the last build and swaps the two at the end, so that a failed build leaves the last one.
 *
 * @returns {Promise<boolean>} false when the sources do not compile; the problems are on standard error
 */
export async function build() {
  const { build: bundle } = await import('esbuild')
  const fresh = join(root, '.cache', `build-${process.pid}`)
  const print = fingerprint()
  try {
    await bundle(serverOptions(join(fresh, 'server')))
    const results = []
    for (const options of browserOptions(join(fresh, 'public'))) results.push(await bundle(options))
    writeFileSync(join(fresh, 'assets.json'), JSON.stringify(manifest(results, join(fresh, 'public')), null, 1))
    writeFileSync(join(fresh, 'stamp'), print)
    rmSync(target, { recursive: true, force: true })
    renameSync(fresh, target)
    return true
  } catch (error) {
    if (!Array.isArray(error.errors)) console.error(`Waymark could not be built in ${root}: ${error.message}`)
    return false
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

function serverOptions(outdir) {
  const workers = listFiles(source).filter(
    (file) => file.endsWith('-worker.ts') && !file.startsWith(join(source, 'browser')),
  )
  const programs = [join(source, 'main.ts'), join(source, 'commands', 'waymark.ts')]
  return {
    entryPoints: [...programs, ...workers].filter(existsSync),
    outdir,
    outbase: source,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    absWorkingDir: root,
    logLevel: 'error',
  }
}

/** Each file directly in `src/browser` is an island or a worker of its own; what they share sits in folders below it. */
function browserOptions(outdir) {
  mkdirSync(outdir, { recursive: true })
  const common = { outdir, bundle: true, minify: true, metafile: true, absWorkingDir: root, logLevel: 'error' }
  const scripts = entries('browser', /(?<!\.test|\.d)\.tsx?$/)
  const styles = entries('ui', /\.css$/)
  const files = entries('ui', /\.(svg|png|webmanifest)$/)
  return [
    {
      ...common,
      entryPoints: scripts,
      entryNames: '[name]-[hash]',
      chunkNames: 'part-[hash]',
      splitting: true,
      format: 'esm',
      target: ['es2022', 'safari16.4'],
      jsx: 'automatic',
      jsxImportSource: 'hono/jsx',
      define: { 'process.env.NODE_ENV': '"production"' },
    },
    { ...common, entryPoints: styles, entryNames: '[name]-[hash]', target: ['chrome120', 'firefox121', 'safari16.4'] },
    {
      ...common,
      entryPoints: files,
      entryNames: '[name]-[hash]',
      loader: { '.svg': 'copy', '.png': 'copy', '.webmanifest': 'copy' },
    },
  ].filter((options) => options.entryPoints.length > 0)
}

function entries(folder, pattern) {
  const path = join(source, ...folder.split('/'))
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter((name) => pattern.test(name))
    .map((name) => join(path, name))
}

/** Maps each source's name to the file a browser asks for, and puts a compressed copy beside every file. */
function manifest(results, outdir) {
  const assets = {}
  for (const [path, output] of results.flatMap((result) => Object.entries(result.metafile.outputs))) {
    const file = basename(path)
    compress(join(outdir, file))
    if (!output.entryPoint) continue
    assets[basename(output.entryPoint).replace(/\.tsx?$/, '.js')] = {
      file,
      size: output.bytes,
      imports: importsOf(results, output).map((part) => basename(part)),
    }
  }
  return assets
}

function importsOf(results, output, found = new Set()) {
  for (const { path } of output.imports.filter((part) => !part.external)) {
    if (found.has(path)) continue
    found.add(path)
    const next = results.map((result) => result.metafile.outputs[path]).find(Boolean)
    if (next) importsOf(results, next, found)
  }
  return [...found]
}

function compress(file) {
  const body = readFileSync(file)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  writeFileSync(`${file}.br`, brotliCompressSync(body, { params }))
  writeFileSync(`${file}.gz`, gzipSync(body, { level: 9 }))
}

/** Changes when any source, the lock file or the build itself does. */
function fingerprint() {
  const hash = createHash('sha256')
  const files = [...listFiles(source), join(root, 'package-lock.json'), join(root, 'scripts', 'build.mjs')]
  for (const file of files.filter((name) => !/\.test\.tsx?$/.test(name))) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${relative(root, file).split(sep).join('/')} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex')
}

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = (await build()) ? 0 : 1
}
