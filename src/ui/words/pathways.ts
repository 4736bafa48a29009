import { componentName, facetInSentence, itemTitle } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import type { ActionPlan, ItemReason, LeftOut } from '../../domain/action-plan-types.ts'
import type { Language } from '../../platform/languages.ts'
import { formatGain } from '../charts/numbers.ts'
import { listOf } from './list-of.ts'

const leftOutEn: Record<LeftOut['why'], string> = {
  'no-room': 'no room left in the hours',
  'gap-closed': 'its gap is already closed',
  prerequisite: 'something it builds on is not in',
  'item-limit': 'room in the hours, but the number of items is reached',
  'same-content': 'same content as another item',
  overlap: 'already in the other pathway',
  'lower-value': 'closes less than the items chosen',
}
const leftOutFr: typeof leftOutEn = {
  'no-room': 'plus de place dans les heures',
  'gap-closed': 'son écart est déjà comblé',
  prerequisite: 'un élément sur lequel il s’appuie n’y est pas',
  'item-limit': 'de la place dans les heures, mais le nombre d’éléments est atteint',
  'same-content': 'même contenu qu’un autre élément',
  overlap: 'déjà dans l’autre parcours',
  'lower-value': 'comble moins que les éléments choisis',
}

/** The two pathways: names, goals, reasons and how they compare. The same on pages and in documents. */
const en = {
  title: 'Two pathways',
  lead: (hours: string, weeks: number) =>
    `Both keep within ${hours} hours over ${weeks} weeks. They differ in what they put first. Choose the one you can see yourselves following.`,
  /** Said beside the hours: the other limit of a pathway. */
  atMost: (items: number) =>
    `A pathway has at most ${items} ${items === 1 ? 'item' : 'items'}, so that a small team can finish it. Other hours may allow more items or fewer.`,
  doesNotTouch: (components: string) => `Does not touch these priorities: ${components}.`,
  names: { A: 'Foundations', B: 'Our priorities' },
  goals: {
    A: 'First build what other capacities rest on.',
    B: 'First work on what you said matters most.',
  },
  heading: (id: string, name: string) => `Pathway ${id}: ${name}`,
  items: 'Items',
  hours: 'Hours',
  weeks: 'Weeks',
  why: 'Why it is there',
  leftOut: 'Left out',
  leftOutWhy: leftOutEn,
  /** A reason as a line of its own, before the items it holds for. */
  leftOutReason: (why: string) => `${why.charAt(0).toUpperCase()}${why.slice(1)}:`,
  closes: (component: string, facet: string, amount: string) =>
    `Closes ${amount} of the gap in ${component} (${facet}).`,
  closesLittle: 'less than 0.1',
  worksOn: (component: string, facet: string) => `Works on ${component} (${facet}).`,
  neededFor: (item: string) => `Needed for “${item}”.`,
  keepsApart: 'Makes this pathway different enough from the other one.',
  bestOf: (considered: number) =>
    `The best choice from the ${considered} items considered; no other choice within these limits is better.`,
  goodOf: (considered: number) =>
    `A good choice from the ${considered} items considered; a slightly better one may exist.`,
  changedByPeople: 'People changed this pathway. What it closes is worked out from its items as they are now.',
  overlap: (hours: string) => `The two pathways have ${hours} hours in common.`,
  noOverlap: 'The two pathways have no item in common.',
  shareMost: 'The two pathways share most of their items: another mix would have closed much less of the gap.',
  compareCaption: 'How much weighted gap each pathway closes, out of 100 for the better one',
  judgedBy: 'Judged by',
  under: { A: 'If foundations count most', B: 'If your priorities count most' },
  compareNote: 'Read across. If the two figures of a row are close, choose by what suits your people.',
  projected: 'Your report card at the end of each pathway',
  projectedCaption: 'Average of each domain, today and after each pathway',
  projectedLead:
    'A projection, not a promise: what the domains would show if every item brought what it is expected to bring.',
  afterPathway: (id: string) => `After ${id}`,
}

const fr: typeof en = {
  title: 'Deux parcours',
  lead: (hours, weeks) =>
    `Les deux tiennent en ${hours} heures sur ${weeks} semaines. Ils diffèrent par ce qu’ils placent en premier. Choisissez celui que vous vous voyez suivre.`,
  atMost: (items) =>
    `Un parcours a au plus ${items} ${items < 2 ? 'élément' : 'éléments'}, pour qu’une petite équipe puisse le finir. D’autres heures peuvent en permettre plus ou moins.`,
  doesNotTouch: (components) => `Ne touche pas à ces priorités\u00a0: ${components}.`,
  names: { A: 'Les fondations', B: 'Nos priorités' },
  goals: {
    A: 'Bâtir d’abord ce sur quoi reposent les autres capacités.',
    B: 'Travailler d’abord à ce qui compte le plus pour vous.',
  },
  heading: (id, name) => `Parcours ${id}\u00a0: ${name}`,
  items: 'Éléments',
  hours: 'Heures',
  weeks: 'Semaines',
  why: 'Sa raison d’être',
  leftOut: 'Laissé de côté',
  leftOutWhy: leftOutFr,
  leftOutReason: (why) => `${why.charAt(0).toUpperCase()}${why.slice(1)}\u00a0:`,
  closes: (component, facet, amount) => `Comble ${amount} de l’écart\u00a0: ${component} (${facet}).`,
  closesLittle: 'moins de 0,1',
  worksOn: (component, facet) => `Porte sur ${component} (${facet}).`,
  neededFor: (item) => `Nécessaire pour «\u00a0${item}\u00a0».`,
  keepsApart: 'Rend ce parcours assez différent de l’autre.',
  bestOf: (considered) =>
    `Le meilleur choix parmi les ${considered} éléments examinés; aucun autre choix dans ces limites n’est meilleur.`,
  goodOf: (considered) =>
    `Un bon choix parmi les ${considered} éléments examinés; il peut en exister un un peu meilleur.`,
  changedByPeople:
    'Des personnes ont modifié ce parcours. Ce qu’il comble est calculé à partir de ses éléments tels qu’ils sont.',
  overlap: (hours) => `Les deux parcours ont ${hours} heures en commun.`,
  noOverlap: 'Les deux parcours n’ont aucun élément en commun.',
  shareMost:
    'Les deux parcours partagent la plupart de leurs éléments\u00a0: une autre combinaison aurait comblé beaucoup moins de l’écart.',
  compareCaption: 'Part de l’écart pondéré que chaque parcours comble, sur 100 pour le meilleur des deux',
  judgedBy: 'Jugé selon',
  under: { A: 'Si les fondations comptent le plus', B: 'Si vos priorités comptent le plus' },
  compareNote: 'Lisez chaque ligne. Si ses deux chiffres sont proches, choisissez selon ce qui convient à vos gens.',
  projected: 'Votre bilan à la fin de chaque parcours',
  projectedCaption: 'Moyenne de chaque domaine, aujourd’hui et après chaque parcours',
  projectedLead:
    'Une projection, pas une promesse\u00a0: ce que les domaines montreraient si chaque élément apportait ce qui est attendu.',
  afterPathway: (id) => `Après ${id}`,
}

export const pathwayWords: Record<Language, typeof en> = { en, fr }

/** "Does not touch these priorities: …", or nothing when the pathway works on each of them. */
export function untouchedInWords(
  { priorities }: Pick<ActionPlan, 'priorities'>,
  id: 'A' | 'B',
  { pack, language }: { pack: Pick<Pack, 'components'>; language: Language },
): string | undefined {
  const untouched = priorities.filter(({ inPathways }) => !inPathways.includes(id))
  if (untouched.length === 0) return undefined
  const names = untouched.map(({ component }) => componentName(pack, component, language))
  return pathwayWords[language].doesNotTouch(listOf(names, language))
}

/** Why an item is in a pathway, as a sentence. Amounts are levels, to two decimals at most. */
export function reasonInWords(
  reason: ItemReason,
  { pack, language }: { pack: Pick<Pack, 'components' | 'facets' | 'items'>; language: Language },
): string {
  const words = pathwayWords[language]
  if (reason.kind === 'keeps-apart') return words.keepsApart
  if (reason.kind === 'needed-for') return words.neededFor(itemTitle(pack, reason.item, language))
  const component = componentName(pack, reason.component, language)
  const facet = facetInSentence(pack, reason.facet, language)
  if (reason.kind === 'works-on') return words.worksOn(component, facet)
  const amount = reason.amount < 0.05 ? words.closesLittle : formatGain(reason.amount, language)
  return words.closes(component, facet, amount)
}
