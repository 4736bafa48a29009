// `npm run demo`: the service with an invented program in it, on a data folder of its own.
import { ensureBuilt } from './build.mjs'
import { run } from './run.mjs'

process.env.WAYMARK_DEMO = 'yes'
process.env.WAYMARK_DATA ||= 'demo-data'
const folder = await ensureBuilt()
if (folder !== undefined) await run(folder, 'main', process.argv.slice(2))
else process.exitCode = 1
