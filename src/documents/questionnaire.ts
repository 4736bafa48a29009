import type { Component, Pack } from '../content/schema.ts'
import { formComponents, wordingOf } from '../content/text.ts'
import type { Language } from '../platform/languages.ts'
import { longDate } from '../ui/dates.ts'
import { resultWords } from '../ui/words/results.ts'
import { documentMessages } from './messages.ts'
import { questionnaireMessages } from './messages-questionnaire.ts'
import { type Block, type DocumentModel, type Rich, strong } from './model.ts'
import { type PackWords, packWords } from './pack-words.ts'

export type QuestionnaireValues = {
  pack: Pack
  form: 'short' | 'full'
  /** Id of the wording. */
  variant: string
  language: Language
  /** Hash of the release, so that answers on paper stay with their wording. */
  release: string
  /** `YYYY-MM-DD` */
  date: string
}

/** Two components fit on a page with this many. */
const noteLines = 2

/** A blank questionnaire to print (Method 2.5): descriptors without numbers, in their order, nothing marked beforehand. */
export function questionnaireDocument(values: QuestionnaireValues): DocumentModel {
  const { pack, form, variant, language, release, date } = values
  const t = questionnaireMessages[language]
  const d = documentMessages[language]
  const words = packWords(pack, language, variant)
  const components = formComponents(pack, form)
  const domains = pack.domains.flatMap((domain): Block[] => {
    const [first, ...others] = components
      .filter((component) => component.domain === domain.id)
      .map((component) => componentBlocks(component, values, words))
    if (first === undefined) return []
    const opening: Block[] = [
      { kind: 'heading', level: 1, text: words.line(domain.name) },
      { kind: 'paragraph', text: [words.run(domain.definition)] },
    ]
    return [
      { kind: 'pageBreak' },
      { kind: 'together', blocks: [...opening, ...first] },
      ...others.map((blocks): Block => ({ kind: 'together', blocks })),
    ]
  })
  return {
    kind: 'questionnaire',
    language,
    title: pack.variants.length > 1 ? t.titleIn(words.variant(variant)) : t.title,
    overline: words.line(pack.name),
    date,
    facts: [
      longDate(date, language),
      d.framework(words.line(pack.name), pack.version),
      d.release(release.slice(0, 12)),
      resultWords[language].forms[form],
    ],
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: t.lead },
      { kind: 'signatures', labels: t.about },
      { kind: 'heading', level: 1, text: t.howTitle },
      { kind: 'bullets', items: t.how },
      ...domains,
      { kind: 'paragraph', text: t.thanks },
    ],
  }
}

function componentBlocks(component: Component, values: QuestionnaireValues, words: PackWords): Block[] {
  const { pack, variant, language } = values
  const t = questionnaireMessages[language]
  const questions = pack.facets.flatMap((facet, index): Block[] => {
    // The wanted level is asked by the names of the first facet's levels, so its sentences carry them.
    const descriptors = wordingOf(component, variant, facet.id).map(
      ({ level, text }): Rich => [
        words.run(text),
        ...(index === 0 ? [{ text: t.optionLevel(words.levelName(facet.id, level)), italic: true }] : []),
      ],
    )
    return [
      {
        kind: 'choices',
        prompt: [strong(documentMessages[language].colon(words.line(facet.name))), words.run(facet.prompt)],
        options: descriptors,
      },
      { kind: 'choices', options: [t.dontKnow, t.notApplicable], inline: true, open: true },
    ]
  })
  const levels = pack.facets[0]?.levels.map((level) => words.line(level.name)) ?? []
  return [
    { kind: 'heading', level: 2, text: words.component(component.id) },
    {
      kind: 'paragraph',
      text: [
        words.definition(component),
        ...(component.review === 'draft-for-review' ? [{ text: ` (${t.reviewMark})`, italic: true }] : []),
      ],
    },
    ...questions,
    { kind: 'choices', prompt: [strong(t.wantedPrompt)], options: levels, inline: true },
    {
      kind: 'choices',
      prompt: [strong(t.importancePrompt)],
      options: resultWords[language].importanceWords,
      inline: true,
    },
    { kind: 'writing', label: t.notes, lines: noteLines },
  ]
}
