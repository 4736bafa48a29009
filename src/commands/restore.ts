import type { Command } from 'commander'
import { readConfiguration } from '../platform/configuration.ts'
import { readMigrations } from '../platform/database/migrations.ts'
import { openAccess } from '../platform/database/open-database.ts'
import { restore } from '../platform/database/restore.ts'
import { projectFolder } from '../platform/project-folder.ts'
import { StartError } from '../platform/start-error.ts'
import { commandMessages, helpEnd } from './command-messages.ts'
import { languageOption } from './language-option.ts'
import { type Terminal, thisTerminal } from './terminal.ts'

/** `waymark restore FILE`: puts a backup into the database, all of it or nothing. */
export function addRestore(program: Command, terminal: Terminal = thisTerminal()): void {
  const t = commandMessages[terminal.language].restore
  program
    .command('restore')
    .description(t.about)
    .argument('<file>', t.file)
    .option('--replace', t.replace)
    .addOption(languageOption(terminal.language))
    .addHelpText('after', helpEnd(terminal.language, 'npx waymark restore waymark.backup'))
    .action(async (file: string, options: { replace?: boolean }) => {
      const access = await openAccess(readConfiguration(process.env, projectFolder), 'refuse')
      try {
        const rows = await restore(access.owner, file, await readMigrations(), { replace: options.replace === true })
        terminal.out(`${t.done(rows, file)}\n`)
      } catch (error) {
        throw isDamagedFile(error) ? damagedFile(file, error) : error
      } finally {
        await access.close()
      }
    })
}

/** The content of the file is at fault, not the reading of it: the cause is no error of the system (`EACCES` and the like). */
function isDamagedFile(error: unknown): error is StartError {
  if (!(error instanceof StartError) || error.status !== 2 || error.cause === undefined) return false
  return !/^E[A-Z]+$/.test((error.cause as NodeJS.ErrnoException).code ?? '')
}

/** The code of the unpacking library tells the person nothing; the cause keeps it. */
function damagedFile(file: string, { cause }: StartError): StartError {
  const words = { en: commandMessages.en.restore.damaged(file), fr: commandMessages.fr.restore.damaged(file) }
  return new StartError(words, { cause, status: 2 })
}
