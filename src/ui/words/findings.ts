import { componentName, facetInSentence } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import type { ComponentResult, Finding, ReportCard } from '../../domain/report-card-types.ts'
import type { Language } from '../../platform/languages.ts'
import { listOf } from './list-of.ts'

const en = {
  title: 'What else the answers show',
  none: 'The answers show nothing else that needs a closer look.',
  kinds: {
    'different-views': {
      title: 'Different views',
      text: 'People who answered see these differently. Talking it over will tell you more than the average.',
    },
    'do-not-know': {
      title: 'Where you stand is not known yet',
      text: 'Half or more of the answers were “don’t know”. Finding out is a good first step.',
    },
    'one-voice': { title: 'One voice', text: 'These rest on the answer of one person. Ask someone else too.' },
    'check-scope': {
      title: 'Does it apply?',
      text: 'Half of the people said that these do not apply here. Check whether they do.',
    },
    unrealistic: {
      title: 'A large step',
      text: 'The wanted level is more than half of the scale above today. Is that realistic in 12 months?',
    },
    'goal-not-set': {
      title: 'No wanted level yet',
      text: 'No one gave a wanted level for these, so there is no gap.',
    },
    'goal-met': { title: 'Goal already met', text: 'Today’s level is at or above the wanted level.' },
  } satisfies Record<Finding['kind'], { title: string; text: string }>,
  doNotKnowOne: 'The answer was “don’t know”. Finding out is a good first step.',
  oneVoiceAll: 'All of this rests on one person’s answers. Ask a second person where it matters.',
  split: 'two groups of answers, one low and one high',
  findOut: 'Find out first',
  findOutUnknown: 'There is no level here yet, so no gap can be worked out. Ask the people who would know.',
  findOutSome:
    'Part of it is not known yet, so the gap as a whole cannot be worked out. Ask the people who would know.',
  findOutPart:
    'Part of this was answered with “does not apply here”, so no gap can be worked out. Check whether it really does not apply.',
}

const fr: typeof en = {
  title: 'Ce que les réponses montrent aussi',
  none: 'Les réponses ne montrent rien d’autre à regarder de plus près.',
  kinds: {
    'different-views': {
      title: 'Avis différents',
      text: 'Les personnes qui ont répondu voient ces points différemment. En parler vous en dira plus que la moyenne.',
    },
    'do-not-know': {
      title: 'Où vous en êtes n’est pas encore connu',
      text: 'La moitié des réponses ou plus étaient «\u00a0je ne sais pas\u00a0». Se renseigner est un bon premier pas.',
    },
    'one-voice': {
      title: 'Une seule voix',
      text: 'Ces points reposent sur la réponse d’une seule personne. Demandez aussi à quelqu’un d’autre.',
    },
    'check-scope': {
      title: 'Est-ce que cela s’applique?',
      text: 'La moitié des personnes ont dit que ces points ne s’appliquent pas ici. Vérifiez ce qu’il en est.',
    },
    unrealistic: {
      title: 'Un grand pas',
      text: 'Le niveau visé dépasse celui d’aujourd’hui de plus de la moitié de l’échelle. Est-ce réaliste en 12 mois?',
    },
    'goal-not-set': {
      title: 'Pas encore de niveau visé',
      text: 'Personne n’a donné de niveau visé pour ces points. Il n’y a donc pas d’écart.',
    },
    'goal-met': {
      title: 'But déjà atteint',
      text: 'Le niveau d’aujourd’hui est égal ou supérieur au niveau visé.',
    },
  },
  doNotKnowOne: 'La réponse était «\u00a0je ne sais pas\u00a0». Se renseigner est un bon premier pas.',
  oneVoiceAll:
    'Tout ceci repose sur les réponses d’une seule personne. Consultez une deuxième personne là où c’est important.',
  split: 'deux groupes de réponses, l’un bas et l’autre élevé',
  findOut: 'À découvrir d’abord',
  findOutUnknown:
    'Il n’y a pas encore de niveau ici, donc aucun écart ne peut être calculé. Demandez aux gens qui pourraient le savoir.',
  findOutSome:
    'Une partie n’est pas encore connue, donc l’écart d’ensemble ne peut pas être calculé. Demandez aux gens qui pourraient le savoir.',
  findOutPart:
    'Une partie de ceci a reçu la réponse «\u00a0ne s’applique pas ici\u00a0», donc aucun écart ne peut être calculé. Vérifiez si c’est bien le cas.',
}

export const findingWords: Record<Language, typeof en> = { en, fr }

type Names = Pick<Pack, 'components' | 'facets'>

/** One kind of finding: what it is, what to do about it, and the components it is about (none: all of them). */
export type FindingGroup = { kind: Finding['kind']; title: string; text: string; names: string[] }

/** The findings of a round by kind, in the order in which they are worth talking about. */
export function findingGroups(card: ReportCard, pack: Names, language: Language): FindingGroup[] {
  const words = findingWords[language]
  const asked = card.components.filter((component) => component.asked && component.scope === 'in').length
  return (Object.keys(words.kinds) as Finding['kind'][]).flatMap((kind) => {
    const found = card.findings.filter((finding) => finding.kind === kind && !isToFindOut(finding, card))
    if (found.length === 0) return []
    const rests = found.flatMap((finding) => ('components' in finding ? finding.components : []))
    const everything = kind === 'one-voice' && (card.respondents === 1 || rests.length >= asked)
    const { title, text } = words.kinds[kind]
    if (everything) return [{ kind, title, text: words.oneVoiceAll, names: [] }]
    const said = kind === 'do-not-know' && card.respondents === 1 ? words.doNotKnowOne : text
    return [{ kind, title, text: said, names: namesOf(found, pack, language) }]
  })
}

/** A component to find out first is named there; saying again that nobody knows adds nothing. */
function isToFindOut(finding: Finding, card: ReportCard): boolean {
  return finding.kind === 'do-not-know' && card.findOut.includes(finding.component)
}

/** "Open data (practice and knowledge)": each component once, with the facets a finding is about. */
function namesOf(findings: readonly Finding[], pack: Names, language: Language): string[] {
  const facets = new Map<string, string[]>()
  const split = new Set<string>()
  for (const finding of findings) {
    for (const component of 'components' in finding ? finding.components : [finding.component]) {
      const before = facets.get(component) ?? []
      facets.set(component, 'facet' in finding ? [...before, facetInSentence(pack, finding.facet, language)] : before)
      if (finding.kind === 'different-views' && finding.split) split.add(component)
    }
  }
  return [...facets].map(([component, about]) => {
    const name = componentName(pack, component, language)
    if (about.length === 0) return name
    const more = split.has(component) ? `; ${findingWords[language].split}` : ''
    return `${name} (${listOf(about, language)}${more})`
  })
}

/** Components without a gap to work out, by the reason: nobody knows yet, only part is known, or part was said not to apply. */
export type FindOutGroup = { text: string; components: { id: string; name: string }[] }

/** What to find out first, in words. A facet that "does not apply" asks another question than one nobody knows. */
export function findOutGroups(card: ReportCard, pack: Names, language: Language): FindOutGroup[] {
  const words = findingWords[language]
  const results = card.components.filter((component) => card.findOut.includes(component.component))
  const groups = [
    {
      text: words.findOutUnknown,
      parts: partsMissing,
      holds: (known: number, parts: number) => known === 0 && parts > 0,
    },
    { text: words.findOutSome, parts: partsMissing, holds: (known: number, parts: number) => known > 0 && parts > 0 },
    { text: words.findOutPart, parts: partsThatDoNotApply, holds: (_: number, parts: number) => parts > 0 },
  ].map(({ text, parts, holds }) => ({
    text,
    components: results.flatMap((result) => {
      const known = result.facets.filter(({ planScore }) => planScore !== undefined).length
      const about = parts(result)
      if (!holds(known, about.length)) return []
      return [{ result, about: about.length === result.facets.length ? [] : about }]
    }),
  }))
  return groups
    .filter((group) => group.components.length > 0)
    .map(({ text, components }) => ({
      text,
      components: components.map(({ result, about }) => {
        const name = componentName(pack, result.component, language)
        const parts = about.map((facet) => facetInSentence(pack, facet, language))
        return { id: result.component, name: parts.length === 0 ? name : `${name} (${listOf(parts, language)})` }
      }),
    }))
}

/** Facets of a component in scope that have no level because nobody knew or answered. */
function partsMissing(result: ComponentResult): string[] {
  return result.facets
    .filter(({ status, planScore }) => planScore === undefined && (status === 'unknown' || status === 'unanswered'))
    .map(({ facet }) => facet)
}

/** Facets of a component in scope that were said not to apply, when nothing else is missing. */
export function partsThatDoNotApply(result: ComponentResult): string[] {
  if (result.facets.some(({ status }) => status === 'unknown' || status === 'unanswered')) return []
  return result.facets.filter(({ status }) => status === 'out-of-scope').map(({ facet }) => facet)
}
