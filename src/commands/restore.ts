import type { Command } from 'commander'
import { readConfiguration } from '../platform/configuration.ts'
import { readMigrations } from '../platform/database/migrations.ts'
import { openAccess } from '../platform/database/open-database.ts'
import { restore } from '../platform/database/restore.ts'
import { projectFolder } from '../platform/project-folder.ts'

/** `waymark restore FILE`: puts a backup into the database, all of it or nothing. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('Put a backup into an empty database; the service must be stopped')
    .argument('<file>', 'a file that “waymark backup” wrote')
    .option('--replace', 'remove the data that is there now')
    .action(async (file: string, options: { replace?: boolean }) => {
      const access = await openAccess(readConfiguration(process.env, projectFolder), 'refuse')
      try {
        const rows = await restore(access.owner, file, await readMigrations(), { replace: options.replace === true })
        console.log(`Restored ${rows} rows from ${file}.`)
      } finally {
        await access.close()
      }
    })
}
