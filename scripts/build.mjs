// Bundles the server, the command line and the workers for Node, and the islands and styles for browsers, into a folder of its own
// below `.build/` for every state of the sources: a service that runs from an earlier one keeps its files.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { root } from './installation.mjs'
import { acquireLock, isAlive } from './lock.mjs'

const source = join(root, 'src')
const builds = join(root, '.build')

/**
 * Builds unless the sources as they are have been built, and keeps the build from being removed while this process lives.
 *
 * @returns {Promise<string | undefined>} the build's folder; nothing when the sources do not compile (standard error says why)
 */
export async function ensureBuilt() {
  const folder = join(builds, fingerprint())
  if (isBuilt(folder)) {
    markInUse(folder)
    // Another build may have removed it just before it was marked.
    if (isBuilt(folder)) return folder
  }
  const release = acquireLock(join(root, '.cache', 'build.lock'))
  try {
    if (!isBuilt(folder) && !(await build(folder))) return undefined
    markInUse(folder)
    removeUnused(builds, basename(folder))
    return folder
  } finally {
    release()
  }
}

const isBuilt = (folder) => existsSync(join(folder, 'assets.json'))

/** By process, the note that says which build it uses. */
const notes = new Map()

/** Notes that a process runs from a build, in place of an earlier one; the note goes with this process. */
export function markInUse(folder, pid = process.pid) {
  const note = join(folder, 'in-use', String(pid))
  const before = notes.get(pid)
  if (notes.size === 0) process.on('exit', () => [...notes.values()].forEach(remove))
  notes.set(pid, note)
  try {
    mkdirSync(dirname(note), { recursive: true })
    writeFileSync(note, '')
    if (before !== undefined && before !== note) remove(before)
  } catch {
    // Whoever may only read the program runs it all the same.
  }
}

function remove(note) {
  try {
    rmSync(note, { force: true })
  } catch {
    // Left behind, it counts for nothing once its process has ended.
  }
}

/**
 * Removes builds that no living process uses.
 *
 * @param {string} folder the folder of all builds
 * @param {string} kept the name of the one that stays in any case
 */
export function removeUnused(folder, kept) {
  for (const name of readdirSync(folder).filter((one) => one !== kept)) {
    const notes = join(folder, name, 'in-use')
    if (existsSync(notes) && readdirSync(notes).some((pid) => isAlive(Number(pid)))) continue
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** Builds beside and moves into place at the end, so that no build is ever half there. */
async function build(folder) {
  const { build: bundle } = await import('esbuild')
  const fresh = join(builds, `new-${process.pid}`)
  try {
    await bundle(serverOptions(join(fresh, 'server')))
    const results = []
    for (const options of browserOptions(join(fresh, 'public'))) results.push(await bundle(options))
    writeFileSync(join(fresh, 'assets.json'), JSON.stringify(manifest(results, join(fresh, 'public')), null, 1))
    rmSync(folder, { recursive: true, force: true })
    renameSync(fresh, folder)
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
  const scripts = entries('browser', /(?<!\.test|\.d|-frame)\.tsx?$/)
  // What stands before a page of a package must run before that page's own scripts: a classic script, with nothing of its own in sight.
  const frameScripts = entries('browser', /-frame\.ts$/)
  const styles = entries('ui', /\.css$/)
  const files = entries('ui', /\.(svg|png|webmanifest|json)$/)
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
    {
      ...common,
      entryPoints: frameScripts,
      entryNames: '[name]-[hash]',
      format: 'iife',
      target: ['es2022', 'safari16.4'],
    },
    { ...common, entryPoints: styles, entryNames: '[name]-[hash]', target: ['chrome120', 'firefox121', 'safari16.4'] },
    {
      ...common,
      entryPoints: files,
      entryNames: '[name]-[hash]',
      loader: { '.svg': 'copy', '.png': 'copy', '.webmanifest': 'copy', '.json': 'copy' },
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

/** Names the state of the sources, the lock file and the build itself: changes when any of them does. */
function fingerprint() {
  const hash = createHash('sha256')
  const files = [...listFiles(source), join(root, 'package-lock.json'), join(root, 'scripts', 'build.mjs')]
  for (const file of files.filter((name) => !/\.test\.tsx?$/.test(name))) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${relative(root, file).split(sep).join('/')} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = (await ensureBuilt()) ? 0 : 1
}
