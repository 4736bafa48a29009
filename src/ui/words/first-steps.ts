import { componentName, facetInSentence, itemTitle } from '../../content/names.ts'
import type { Pack, Text } from '../../content/schema.ts'
import type { FirstStep } from '../../domain/action-plan-types.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import type { Language } from '../../platform/languages.ts'
import { partsThatDoNotApply } from './findings.ts'
import { listOf } from './list-of.ts'

const en = {
  title: 'The first 30 days',
  'name-a-lead': 'Name one person who keeps the plan moving, and a second who can step in.',
  'review-date': 'Set a date, in about 30 days, to look at what was done and what was learned.',
  findOut: (component: string) => `Find out where you stand on “${component}”: ask the people who do the work.`,
  checkPart: (component: string, facet: string) => `Check whether ${facet} really does not apply to “${component}”.`,
  talkAbout: (component: string) => `Talk about “${component}”, where people see things differently.`,
  startItem: (item: string, week: number) => `Start “${item}” in week ${week}.`,
  startItemOf: (item: string, week: number, pathway: string) =>
    `If you choose pathway ${pathway}: start “${item}” in week ${week}.`,
  takeAction: (component: string) => `Take the first action on “${component}”`,
  setGoal: (component: string) => `Agree on a wanted level for “${component}”.`,
}

const fr: typeof en = {
  title: 'Les 30 premiers jours',
  'name-a-lead': 'Nommez une personne qui fait avancer le plan, et une autre qui peut prendre le relais.',
  'review-date': 'Fixez une date, dans 30 jours environ, pour regarder ce qui a été fait et appris.',
  findOut: (component) =>
    `Découvrez où vous en êtes pour «\u00a0${component}\u00a0»\u00a0: demandez aux gens qui font le travail.`,
  checkPart: (component, facet) =>
    `Vérifiez si le volet ${facet} de «\u00a0${component}\u00a0» ne s’applique vraiment pas.`,
  talkAbout: (component) => `Parlez de «\u00a0${component}\u00a0», que les gens voient différemment.`,
  startItem: (item, week) => `Commencez «\u00a0${item}\u00a0» à la semaine ${week}.`,
  startItemOf: (item, week, pathway) =>
    `Si vous choisissez le parcours ${pathway}\u00a0: commencez «\u00a0${item}\u00a0» à la semaine ${week}.`,
  takeAction: (component) => `Faites la première action pour «\u00a0${component}\u00a0»`,
  setGoal: (component) => `Entendez-vous sur un niveau visé pour «\u00a0${component}\u00a0».`,
}

export const firstStepWords: Record<Language, typeof en> = { en, fr }

/** One step of the first 30 days: a sentence, or words to stand before the text of an action. */
export function stepInWords(
  step: FirstStep,
  { card, pack, language }: { card: ReportCard; pack: Pack; language: Language },
): { lead: string; action?: Text } {
  const words = firstStepWords[language]
  switch (step.kind) {
    case 'name-a-lead':
    case 'review-date':
      return { lead: words[step.kind] }
    case 'start-item': {
      const title = itemTitle(pack, step.item, language)
      const lead =
        step.pathway === undefined
          ? words.startItem(title, step.week)
          : words.startItemOf(title, step.week, step.pathway)
      return { lead }
    }
    case 'talk-about':
      return { lead: words.talkAbout(componentName(pack, step.component, language)) }
    case 'set-goal':
      return { lead: words.setGoal(componentName(pack, step.component, language)) }
    case 'find-out': {
      const name = componentName(pack, step.component, language)
      const result = card.components.find((candidate) => candidate.component === step.component)
      const parts = result === undefined ? [] : partsThatDoNotApply(result)
      if (parts.length === 0) return { lead: words.findOut(name) }
      const facets = parts.map((facet) => facetInSentence(pack, facet, language))
      return { lead: words.checkPart(name, listOf(facets, language)) }
    }
    case 'take-action': {
      const lead = words.takeAction(componentName(pack, step.component, language))
      const component = pack.components.find((candidate) => candidate.id === step.component)
      const action = component?.steps.find((candidate) => candidate.to === step.to)?.action
      return action === undefined ? { lead } : { lead, action }
    }
  }
}
