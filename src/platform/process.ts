import { StartError } from './start-error.ts'

/**
 * Runs the program's start or a command. What a person can put right is printed in words and ends it with status 1 or 2;
 * anything else is a fault of the program, status 1, and shows where.
 */
export async function runProgram(action: () => Promise<void>): Promise<void> {
  // Whoever read the output may stop reading (`waymark --help | head`); that is no fault.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  try {
    await action()
  } catch (error) {
    process.exitCode = error instanceof StartError ? error.status : 1
    console.error(error instanceof StartError ? error.printed : error)
  }
}

/** npm passes on a Ctrl-C that the program has had from the terminal already: that is one request, not two. */
const sameRequest = 1000

/** Stops in order on Ctrl-C, SIGTERM or a closed terminal. Asked again, the process ends at once. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stoppingSince: number | undefined
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stoppingSince !== undefined) {
        if (performance.now() - stoppingSince > sameRequest) process.exit(1)
        return
      }
      stoppingSince = performance.now()
      stop().then(
        () => process.exit(0),
        (error) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}
