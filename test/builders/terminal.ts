import type { Terminal } from '../../src/commands/terminal.ts'
import type { Language } from '../../src/platform/languages.ts'

/** A terminal that remembers what was printed. Nobody watches it and no time passes. */
export function aTerminal(language: Language = 'en') {
  const printed = { out: '', error: '' }
  const terminal: Terminal = {
    language,
    out: (text) => {
      printed.out += text
    },
    error: (text) => {
      printed.error += text
    },
    watched: false,
    elapsed: () => 0,
    today: () => '2026-11-24',
  }
  return { terminal, printed, lines: () => printed.error.split('\n').filter((line) => line !== '') }
}
