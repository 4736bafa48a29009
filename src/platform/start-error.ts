/** What keeps the program from starting or a command from working, in words for the person at the terminal. */
export class StartError extends Error {
  override readonly name = 'StartError'
  readonly inFrench: string
  /** The exit status: 1, or 2 when what was handed in is at fault. */
  readonly status: 1 | 2

  constructor(words: { en: string; fr: string }, options: ErrorOptions & { status?: 1 | 2 } = {}) {
    super(words.en, options)
    this.inFrench = words.fr
    this.status = options.status ?? 1
  }

  /** The message as printed: English, then French. */
  get printed(): string {
    return `${this.message}\n${this.inFrench}`
  }
}
