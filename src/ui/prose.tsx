import type { Text } from '../content/schema.ts'
import { say } from '../content/text.ts'
import type { Language } from '../platform/languages.ts'
import { renderMarkdown } from './markdown.ts'

/** A long text of the pack, from Markdown. Raw HTML in it is shown as text. Server only: the parser is not sent to devices. */
export function Prose({ text, language }: { text: Text | undefined; language: Language }) {
  if (text === undefined) return null
  const said = say(text, language)
  return (
    <div
      lang={said.language === language ? undefined : said.language}
      dangerouslySetInnerHTML={{ __html: renderMarkdown(said.text) }}
    />
  )
}
