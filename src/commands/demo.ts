import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Command } from 'commander'
import { buildFolder } from '../platform/project-folder.ts'
import { commandMessages, helpEnd } from './command-messages.ts'
import { languageOption } from './language-option.ts'
import { type Terminal, thisTerminal } from './terminal.ts'

/** `waymark demo`: the service on a data folder of its own, with an invented program in it; `npm run demo` is the same. */
export function addDemo(program: Command, terminal: Terminal = thisTerminal()): void {
  const t = commandMessages[terminal.language].demo
  program
    .command('demo')
    .description(t.about)
    .addOption(languageOption(terminal.language))
    .addHelpText('after', helpEnd(terminal.language, 'npx waymark demo'))
    .action(async () => {
      if (buildFolder === undefined) throw new Error('The service runs from its bundle: npx waymark demo')
      // The whole service is a program of its own, which commands do not know.
      const child = spawn(process.execPath, [join(buildFolder, 'server', 'main.js')], {
        stdio: 'inherit',
        env: { ...process.env, WAYMARK_DEMO: 'yes', WAYMARK_DATA: process.env.WAYMARK_DATA || 'demo-data' },
      })
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
      process.exitCode = await new Promise<number>((resolve, reject) => {
        child.on('error', reject)
        child.on('exit', (status) => resolve(status ?? 1))
      })
    })
}
