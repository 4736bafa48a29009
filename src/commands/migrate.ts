import type { Command } from 'commander'
import { readConfiguration } from '../platform/configuration.ts'
import { prepareJobs } from '../platform/database/jobs-schema.ts'
import { migrate, readMigrations } from '../platform/database/migrations.ts'
import { openAccess } from '../platform/database/open-database.ts'
import { projectFolder } from '../platform/project-folder.ts'
import { commandMessages, helpEnd } from './command-messages.ts'
import { languageOption } from './language-option.ts'
import { type Terminal, thisTerminal } from './terminal.ts'

/** `waymark migrate`: brings the database up to date without serving. */
export function addMigrate(program: Command, terminal: Terminal = thisTerminal()): void {
  const t = commandMessages[terminal.language].migrate
  program
    .command('migrate')
    .description(t.about)
    .addOption(languageOption(terminal.language))
    .addHelpText('after', helpEnd(terminal.language, 'npx waymark migrate'))
    .action(async () => {
      const access = await openAccess(readConfiguration(process.env, projectFolder), 'refuse')
      try {
        const ran = await migrate(access.owner, await readMigrations())
        await prepareJobs(access.owner)
        terminal.out(`${ran.length === 0 ? t.upToDate : t.done(ran)}\n`)
      } finally {
        await access.close()
      }
    })
}
