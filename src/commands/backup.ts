import type { Command } from 'commander'
import { systemClock } from '../platform/clock.ts'
import { readConfiguration } from '../platform/configuration.ts'
import { backup } from '../platform/database/backup.ts'
import { openAccess } from '../platform/database/open-database.ts'
import { projectFolder } from '../platform/project-folder.ts'

/** `waymark backup FILE`: everything in the database, as of one moment, in one file; the service may be running. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('Write everything in the database to one file; the service may go on meanwhile')
    .argument('<file>', 'the file to write, replaced if it exists; it holds people’s data, so keep it safe')
    .action(async (file: string) => {
      const access = await openAccess(readConfiguration(process.env, projectFolder), 'join')
      try {
        const rows = await backup(access.owner, file, systemClock)
        console.log(`Backed up ${rows} rows to ${file}.`)
      } finally {
        await access.close()
      }
    })
}
