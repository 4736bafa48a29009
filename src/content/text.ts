import type { Component, Pack, Text } from './schema.ts'

/** A text as a page shows it: `language` is the one it is really in, for the `lang` of its element. */
export type Said = { text: string; language: string }

export type Form = 'short' | 'full'

/**
 * The text in the language asked for. A text that lacks it falls back to English, visibly: `language` then says `en`.
 * Works on a pack made by `packIn` too.
 */
export function say(text: Text, language: string): Said {
  const inLanguage = ownText(text, language)
  if (inLanguage !== undefined) return { text: inLanguage, language }
  const inEnglish = ownText(text, 'en')
  if (inEnglish !== undefined) return { text: inEnglish, language: 'en' }
  const [other, words] = Object.entries(text)[0] ?? [language, '']
  return { text: words, language: other }
}

/**
 * The same pack with one key in every text: `language`, or `en` where the text lacks it. For sending to a device, at about
 * half the size. The type stays `Pack` so that the same functions run on it, but `text.en` may be missing at run time:
 * read every text with `say`.
 */
export function packIn(pack: Pack, language: string): Pack {
  return narrowed(pack, language) as Pack
}

/** Descriptors of a component's facet in a wording variant; the default wording where the variant has none of its own. */
export function wordingOf(component: Component, variant: string, facet: string): { level: number; text: Text }[] {
  return component.variants[variant]?.rubrics[facet] ?? component.rubrics[facet] ?? []
}

/** A component's definition in a wording variant; the default one where the variant has none of its own. */
export function definitionOf(component: Component, variant: string): Text {
  return component.variants[variant]?.definition ?? component.definition
}

/** The components a form asks about, in the order of the questionnaire: all of them, or the core ones. */
export function formComponents(pack: Pack, form: Form): Component[] {
  return form === 'full' ? [...pack.components] : pack.components.filter((component) => component.core)
}

function ownText(text: Text, language: string): string | undefined {
  return Object.hasOwn(text, language) ? text[language] : undefined
}

function narrowed(value: unknown, language: string): unknown {
  if (Array.isArray(value)) return value.map((inner) => narrowed(inner, language))
  if (typeof value !== 'object' || value === null) return value
  if (isText(value)) {
    const said = say(value, language)
    return { [said.language]: said.text }
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, narrowed(inner, language)]))
}

function isText(value: object): value is Text {
  return 'en' in value && 'fr' in value && typeof value.en === 'string' && typeof value.fr === 'string'
}
