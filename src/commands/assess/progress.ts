import type { Terminal } from '../terminal.ts'

/** Work shorter than this passes without a word when nobody watches. */
const quietMilliseconds = 1500

/**
 * Says on standard error what is being done. On a terminal one line is drawn over and cleared at the end; elsewhere, in a log, each step is a
 * line, and only once the work has become long.
 */
export class Progress {
  readonly #terminal: Terminal
  readonly #start: number
  #drawn = 0

  constructor(terminal: Terminal) {
    this.#terminal = terminal
    this.#start = terminal.elapsed()
  }

  step(words: string): void {
    if (this.#terminal.watched) {
      this.#terminal.error(`\r${words}…${' '.repeat(Math.max(0, this.#drawn - words.length))}`)
      this.#drawn = words.length
    } else if (this.#terminal.elapsed() - this.#start > quietMilliseconds) this.#terminal.error(`${words}…\n`)
  }

  /** Clears the line, so that what is printed next stands alone. */
  end(): void {
    if (this.#drawn > 0) this.#terminal.error(`\r${' '.repeat(this.#drawn + 1)}\r`)
    this.#drawn = 0
  }
}
