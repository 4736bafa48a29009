import { componentName, facetInSentence } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import type { AgendaItem, AgendaKind, Decision } from '../../domain/validation-agenda.ts'
import type { Language } from '../../platform/languages.ts'
import { formatLevel } from '../charts/numbers.ts'
import { listOf } from './list-of.ts'

/** How an item of the validation agenda is put into words, on the page and in the record alike. */
const en = {
  kinds: {
    'different-views': 'Different views',
    'do-not-know': 'Not known yet',
    'advisor-differs': 'The advisor sees it differently',
    'check-scope': 'Does it apply?',
    unrealistic: 'A large step',
    'one-voice': 'One voice',
    'goal-not-set': 'No wanted level yet',
    'goal-met': 'Goal already met',
    priority: 'Priority',
  } satisfies Record<AgendaKind, string> as Record<AgendaKind, string>,
  texts: {
    'different-views': (about: string) => `People see ${about} differently.`,
    'do-not-know': (about: string) => `Half or more of the answers about ${about} were “don’t know”.`,
    'check-scope': (about: string) => `Half of the people said that ${about} does not apply here.`,
    unrealistic: (about: string) => `The wanted level of ${about} is more than half of the scale above today.`,
    'one-voice': (about: string) => `What is said about ${about} rests on the answer of one person.`,
    'goal-not-set': (about: string) => `Nobody gave a wanted level for ${about}.`,
    'goal-met': (about: string) => `Today’s level of ${about} is at or above the wanted level.`,
  },
  advisorDiffers: (about: string, level: string) =>
    `The advisor would put ${about} at level ${level}, a level or more away from the answers.`,
  priority: (about: string, rank: number) => `The draft plan puts ${about} in place ${rank}.`,
  about: (component: string, facet: string) => `${component} (${facet})`,
  decisions: { confirmed: 'Confirmed', amended: 'Amended', disputed: 'Disputed' } satisfies Record<
    Decision,
    string
  > as Record<Decision, string>,
}

const fr: typeof en = {
  kinds: {
    'different-views': 'Avis différents',
    'do-not-know': 'Pas encore connu',
    'advisor-differs': 'Avis différent de la personne-conseil',
    'check-scope': 'Est-ce que cela s’applique?',
    unrealistic: 'Un grand pas',
    'one-voice': 'Une seule voix',
    'goal-not-set': 'Pas encore de niveau visé',
    'goal-met': 'But déjà atteint',
    priority: 'Priorité',
  },
  texts: {
    'different-views': (about) => `Les avis diffèrent sur ce point\u00a0: ${about}.`,
    'do-not-know': (about) =>
      `La moitié des réponses ou plus étaient «\u00a0je ne sais pas\u00a0» sur ce point\u00a0: ${about}.`,
    'check-scope': (about) => `La moitié des personnes ont dit que ce point ne s’applique pas ici\u00a0: ${about}.`,
    unrealistic: (about) =>
      `Le niveau visé dépasse celui d’aujourd’hui de plus de la moitié de l’échelle sur ce point\u00a0: ${about}.`,
    'one-voice': (about) => `Ce qui est dit ici repose sur la réponse d’une seule personne\u00a0: ${about}.`,
    'goal-not-set': (about) => `Personne n’a donné de niveau visé ici\u00a0: ${about}.`,
    'goal-met': (about) => `Le niveau d’aujourd’hui est égal ou supérieur au niveau visé ici\u00a0: ${about}.`,
  },
  advisorDiffers: (about, level) =>
    `La personne-conseil placerait ce point au niveau ${level}, à un niveau ou plus des réponses\u00a0: ${about}.`,
  priority: (about, rank) =>
    `Le plan provisoire met ce point au ${rank}${rank === 1 ? 'er' : 'e'} rang\u00a0: ${about}.`,
  about: (component, facet) => `${component} (${facet})`,
  decisions: { confirmed: 'Confirmé', amended: 'Modifié', disputed: 'Contesté' },
}

export const agendaWords: Record<Language, typeof en> = { en, fr }

type Names = Pick<Pack, 'components' | 'facets'>

/** What an item is about: "Open data (practice)", or several components. */
export function agendaAbout(item: AgendaItem, pack: Names, language: Language): string {
  const name = (id: string) => componentName(pack, id, language)
  if ('components' in item) return listOf(item.components.map(name), language)
  if (!('facet' in item)) return name(item.component)
  return agendaWords[language].about(name(item.component), facetInSentence(pack, item.facet, language))
}

/** An item as one sentence. */
export function agendaSentence(item: AgendaItem, pack: Names, language: Language): string {
  const t = agendaWords[language]
  const about = agendaAbout(item, pack, language)
  if (item.kind === 'priority') return t.priority(about, item.rank)
  if (item.kind === 'advisor-differs') return t.advisorDiffers(about, formatLevel(item.advisor, language))
  return t.texts[item.kind](about)
}
