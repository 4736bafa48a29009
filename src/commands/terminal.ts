import { isLanguage, type Language } from '../platform/languages.ts'

/** What a command may know of the terminal it runs in; tests hand in their own. */
export type Terminal = {
  language: Language
  /** Results. */
  out(text: string): void
  /** Problems and progress. */
  error(text: string): void
  /** Whether a person is watching standard error, so that a line may be drawn over. */
  watched: boolean
  /** Milliseconds, only for differences. */
  elapsed(): number
  /** The day that a document made now carries, `YYYY-MM-DD`. */
  today(): string
}

/** The terminal of this process. */
export function thisTerminal(): Terminal {
  return {
    language: terminalLanguage(process.argv, process.env),
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    watched: process.stderr.isTTY === true,
    elapsed: () => performance.now(),
    today: () => {
      const now = new Date()
      const two = (part: number) => String(part).padStart(2, '0')
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
    },
  }
}

/** `--lang` if it names a language, else what the person's environment asks for (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English. */
export function terminalLanguage(args: readonly string[], environment: Record<string, string | undefined>): Language {
  const place = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const given = place < 0 ? undefined : (args[place]?.split('=')[1] ?? args[place + 1])
  if (isLanguage(given)) return given
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  const asked = (LC_ALL || LC_MESSAGES || LANG || '').slice(0, 2).toLowerCase()
  return isLanguage(asked) ? asked : 'en'
}
