import { ensureBuilt } from './build.mjs'
import { run } from './run.mjs'

const folder = await ensureBuilt()
if (folder !== undefined) await run(folder, 'main', process.argv.slice(2))
else process.exitCode = 1
