import type { Loaded } from '../load.ts'
import type { Component, Text } from '../schema.ts'
import type { Path, SourceFile } from '../yaml.ts'
import { meanSentenceLength, readingGrade, sentences, words } from './reading.ts'
import type { Reporter } from './reporter.ts'
import { allTexts } from './texts.ts'

/** Method 2.4, rules 1 and 2: what a program can judge of the writers' rules. */
export const writersRules = {
  mostWords: { en: 20, fr: 25 },
  highestGrade: 9,
  longestMeanSentence: 20,
} as const

/** Say a count or a rhythm instead ("once a year"). */
const vague = {
  en: /\b(appropriate|appropriately|effective|effectively|regularly|robust|robustly)\b/giu,
  fr: /(?<!\p{L})(adéquat|adéquate|adéquats|adéquates|adéquatement|efficace|efficaces|efficacement|régulièrement)(?!\p{L})/giu,
}

/** Words that judge a community; the service never uses them of anyone. */
export const judging =
  /\b(mature|maturity|immature|fail|fails|failed|failing|failure|weak|weakness|weaknesses|laggard)\b/giu

/** The same in French: "faible débit" says nothing of a community, "faiblesse" does. */
export const judgingInFrench =
  /(?<!\p{L})(immature|immatures|immaturité|échec|échecs|échouer|échoue|échoué|échouent|faiblesse|faiblesses|retardataire|retardataires)(?!\p{L})/giu

/** Two behaviours in one sentence often hide behind these. */
const joining = { en: /\band\/or\b|\sand\s|;/iu, fr: /(?<!\p{L})et\/ou(?!\p{L})|\set\s|;/iu }

export function checkWriting(loaded: Loaded, report: Reporter): void {
  for (const component of loaded.pack.components) {
    const source = loaded.sources.components.get(component.id)
    if (!source) continue
    checkRubrics(report, source, ['rubrics'], component.rubrics)
    for (const [id, variant] of Object.entries(component.variants)) {
      checkRubrics(report, source, ['variants', id, 'rubrics'], variant.rubrics)
    }
  }
  for (const { source, path, text } of allTexts(loaded)) {
    for (const word of found(judging, text.en)) report.note(source, [...path, 'en'], report.t.judging(word))
    for (const word of found(judgingInFrench, text.fr)) report.note(source, [...path, 'fr'], report.t.judging(word))
  }
}

function checkRubrics(report: Reporter, source: SourceFile, at: Path, rubrics: Component['rubrics']): void {
  for (const [facet, descriptors] of Object.entries(rubrics)) {
    descriptors.forEach(({ text }, i) => {
      const place = [...at, facet, i, 'text']
      checkDescriptor(report, source, [...place, 'en'], 'en', text)
      checkDescriptor(report, source, [...place, 'fr'], 'fr', text)
      for (const language of ['en', 'fr'] as const) {
        if (descriptors.some((other, o) => o < i && other.text[language] === text[language])) {
          report.error(source, [...place, language], report.t.sameText, report.t.apart)
        }
      }
    })
    const grade = readingGrade(descriptors.map(({ text }) => text.en).join(' '))
    if (grade > writersRules.highestGrade) {
      report.error(
        source,
        [...at, facet],
        report.t.grade(facet, grade.toFixed(1)),
        report.t.atMost(String(writersRules.highestGrade)),
      )
    }
    const length = meanSentenceLength(descriptors.map(({ text }) => text.fr).join(' '))
    if (length > writersRules.longestMeanSentence) {
      report.error(
        source,
        [...at, facet],
        report.t.frenchLength(facet, length.toFixed(1)),
        report.t.atMost(String(writersRules.longestMeanSentence)),
      )
    }
  }
}

function checkDescriptor(report: Reporter, source: SourceFile, path: Path, language: 'en' | 'fr', text: Text): void {
  const sentence = text[language]
  const count = words(sentence).length
  const most = writersRules.mostWords[language]
  if (count > most) report.error(source, path, report.t.tooManyWords(count), report.t.atMost(String(most)))
  for (const word of found(vague[language], sentence)) {
    report.error(source, path, report.t.vague(word), report.t.countOrRhythm)
  }
  if (joining[language].test(sentence)) report.note(source, path, report.t.twoBehaviours, report.t.oneBehaviour)
  if (sentences(sentence).length > 1) report.note(source, path, report.t.severalSentences, report.t.oneBehaviour)
  for (const acronym of unexplained(sentence)) report.note(source, path, report.t.acronym(acronym))
}

/** Acronyms of two capitals or more that no bracket explains: "service desk (SD)" and "SD (service desk)" both do. */
function unexplained(sentence: string): string[] {
  return found(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu, sentence).filter(
    (acronym) => !sentence.includes(`(${acronym})`) && !sentence.includes(`${acronym} (`),
  )
}

/** What a pattern finds in a text, each once. */
export function found(pattern: RegExp, text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([word]) => word))]
}
