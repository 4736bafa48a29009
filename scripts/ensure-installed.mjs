// Runs before every other script, on any Node from 20 on, when nothing may be installed yet: so it imports nothing.
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './installation.mjs'

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const wanted = process.argv[2] === 'all' ? 'all' : 'run'
  process.exitCode = ensureInstalled(wanted) ? 0 : 1
}
