import { Command, CommanderError } from 'commander'
import { runProgram } from '../platform/process.ts'
import { addAssess } from './assess.ts'
import { addBackup } from './backup.ts'
import { addMigrate } from './migrate.ts'
import { addPack } from './pack.ts'
import { addRestore } from './restore.ts'

/** Every command of the program, in the order of its help. */
const commands = [addAssess, addPack, addMigrate, addBackup, addRestore]

const program = new Command('waymark')
  .description('Capacity-building for communities: from answers to a report card and an action plan')
  .showHelpAfterError('Run “waymark --help” to see what is possible.')
  .addHelpText(
    'after',
    `
Settings come from the environment: WAYMARK_DATA (folder of the embedded database), DATABASE_URL (another PostgreSQL).

Exit status: 0 done · 1 something kept it from being done · 2 what was handed in cannot be used`,
  )
// Before the commands are added: they inherit it.
program.exitOverride()
for (const add of commands) add(program)

await runProgram(async () => {
  try {
    await program.parseAsync(process.argv)
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Commander has said what is wrong; asking for help is no mistake.
    process.exitCode = error.exitCode === 0 ? 0 : 2
  }
})
