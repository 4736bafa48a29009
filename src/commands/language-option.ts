import { Option } from 'commander'
import { type Language, languages } from '../platform/languages.ts'
import { commandMessages } from './command-messages.ts'

/** `--lang` for the help and its check; the language itself is already in the terminal. */
export function languageOption(language: Language): Option {
  return new Option('--lang <language>', commandMessages[language].lang).choices(languages)
}
