import type { Command } from 'commander'
import { systemClock } from '../platform/clock.ts'
import { readConfiguration } from '../platform/configuration.ts'
import { backup } from '../platform/database/backup.ts'
import { openAccess } from '../platform/database/open-database.ts'
import { projectFolder } from '../platform/project-folder.ts'
import { commandMessages, helpEnd } from './command-messages.ts'
import { languageOption } from './language-option.ts'
import { type Terminal, thisTerminal } from './terminal.ts'

/** `waymark backup FILE`: everything in the database, as of one moment, in one file; the service may be running. */
export function addBackup(program: Command, terminal: Terminal = thisTerminal()): void {
  const t = commandMessages[terminal.language].backup
  program
    .command('backup')
    .description(t.about)
    .argument('<file>', t.file)
    .addOption(languageOption(terminal.language))
    .addHelpText('after', helpEnd(terminal.language, 'npx waymark backup waymark.backup'))
    .action(async (file: string) => {
      const access = await openAccess(readConfiguration(process.env, projectFolder), 'join')
      try {
        const rows = await backup(access.owner, file, systemClock)
        terminal.out(`${t.done(rows, file)}\n`)
      } finally {
        await access.close()
      }
    })
}
