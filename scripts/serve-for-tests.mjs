// The browser tests' server, on data of its own that goes with it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'waymark-browser-'))
// PostgreSQL's own user, when root runs the tests, keeps its files in here.
chmodSync(folder, 0o755)
process.env.WAYMARK_DATA = folder
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
await import('./start.mjs')
