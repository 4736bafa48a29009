import { CommanderError } from 'commander'
import { runProgram } from '../platform/process.ts'
import { waymarkProgram } from './program.ts'

await runProgram(async () => {
  try {
    await waymarkProgram().parseAsync(process.argv)
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Commander has said what is wrong; asking for help is no mistake.
    process.exitCode = error.exitCode === 0 ? 0 : 2
  }
})
