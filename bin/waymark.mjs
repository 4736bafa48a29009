#!/usr/bin/env node
// `npx waymark …` from the checkout: installs and builds what is missing, then runs the command line.
import { ensureInstalled } from '../scripts/installation.mjs'

if (ensureInstalled('run')) {
  const { ensureBuilt } = await import('../scripts/build.mjs')
  const { run } = await import('../scripts/run.mjs')
  const folder = await ensureBuilt()
  if (folder !== undefined) await run(folder, 'commands/waymark', process.argv.slice(2))
  else process.exitCode = 1
} else process.exitCode = 1
