import { ensureBuilt } from './build.mjs'
import { run } from './run.mjs'

if (await ensureBuilt()) await run('main', process.argv.slice(2))
else process.exitCode = 1
