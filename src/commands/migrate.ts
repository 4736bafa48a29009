import type { Command } from 'commander'
import { readConfiguration } from '../platform/configuration.ts'
import { migrate, readMigrations } from '../platform/database/migrations.ts'
import { openAccess } from '../platform/database/open-database.ts'
import { projectFolder } from '../platform/project-folder.ts'

/** `waymark migrate`: brings the database up to date without serving. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database up to date (npm start does this by itself)')
    .action(async () => {
      const access = await openAccess(readConfiguration(process.env, projectFolder), 'refuse')
      try {
        const ran = await migrate(access.owner, await readMigrations())
        console.log(ran.length === 0 ? 'The database is up to date.' : `Done: ${ran.join(', ')}`)
      } finally {
        await access.close()
      }
    })
}
