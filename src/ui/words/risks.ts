import { componentName } from '../../content/names.ts'
import type { Pack, Text } from '../../content/schema.ts'
import type { ActionPlan, PlanRisk } from '../../domain/action-plan-types.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import type { Language } from '../../platform/languages.ts'
import { findingWords } from './findings.ts'
import { listOf } from './list-of.ts'

/** Not listed as risks: duties are spoken of beside the priorities, and the caution of the pack says the other two. */
type SaidElsewhere = 'duty-not-checked' | 'lifts-are-assumptions' | 'wording-not-tested'

const elsewhere: readonly PlanRisk[] = ['duty-not-checked', 'lifts-are-assumptions', 'wording-not-tested']

function isListed(risk: PlanRisk): risk is Exclude<PlanRisk, SaidElsewhere> {
  return !elsewhere.includes(risk)
}

const en = {
  title: 'Risks and assumptions',
  risks: {
    'single-voice': 'The answers of one person decide much of this plan. Ask a few colleagues before you commit time.',
    'many-dont-know': 'Many answers were “don’t know”. The order of priorities may change when you know more.',
    'different-views': 'People see some components differently. Talk these over first: the average hides it.',
    'not-firm': 'Some priorities would give way to others if the weights were a little different.',
    unproven:
      'For at least one pathway the search was stopped early. It is a good choice, but perhaps not the best one.',
    'little-time': 'The hours are few for the gaps. Expect to close only part of them.',
    'few-items': 'The pathways have few items for the gaps. Expect to close only part of them, then plan again.',
    'large-jump': 'Some wanted levels are a large step above today. A first half-way goal may be wiser.',
    'one-person-depends': 'Some of the work rests on one person. Plan how someone else could step in.',
  } satisfies Record<Exclude<PlanRisk, 'draft-for-review' | SaidElsewhere>, string>,
  draftForReview: (components: string) =>
    `The texts of these components are a draft, still to be reviewed by people with the authority to speak on them: ${components}.`,
}

const fr: typeof en = {
  title: 'Risques et hypothèses',
  risks: {
    'single-voice':
      'Les réponses d’une seule personne décident d’une bonne part de ce plan. Consultez quelques collègues avant d’y mettre du temps.',
    'many-dont-know':
      'Beaucoup de réponses étaient «\u00a0je ne sais pas\u00a0». L’ordre des priorités peut changer quand vous en saurez plus.',
    'different-views':
      'Les gens voient certaines composantes différemment. Parlez-en d’abord\u00a0: la moyenne le cache.',
    'not-firm': 'Certaines priorités céderaient la place à d’autres si les poids étaient un peu différents.',
    unproven:
      'Pour au moins un parcours, la recherche a été arrêtée avant la fin. C’est un bon choix, mais peut-être pas le meilleur.',
    'little-time': 'Il y a peu d’heures pour ces écarts. Attendez-vous à n’en combler qu’une partie.',
    'few-items':
      'Les parcours ont peu d’éléments pour ces écarts. Attendez-vous à n’en combler qu’une partie, puis refaites un plan.',
    'large-jump':
      'Certains niveaux visés sont un grand pas au-dessus d’aujourd’hui. Un premier but à mi-chemin serait peut-être plus sage.',
    'one-person-depends':
      'Une partie du travail repose sur une seule personne. Prévoyez qui pourrait prendre le relais.',
  },
  draftForReview: (components) =>
    `Les textes de ces composantes sont une version provisoire, à faire réviser par des gens qui ont l’autorité d’en parler\u00a0: ${components}.`,
}

export const riskWords: Record<Language, typeof en> = { en, fr }

/** The risks of a plan as sentences, in the plan's order, and what the pack itself asks to keep in mind. */
export function risksInWords(
  plan: ActionPlan,
  card: ReportCard,
  pack: Pack,
  language: Language,
): { risks: string[]; caution: Text } {
  const words = riskWords[language]
  const risks = plan.risks.filter(isListed).map((risk) => {
    if (risk === 'single-voice' && card.respondents === 1) return findingWords[language].oneVoiceAll
    if (risk !== 'draft-for-review') return words.risks[risk]
    const asked = new Set(
      card.components.filter(({ scope, asked }) => asked && scope === 'in').map((one) => one.component),
    )
    const drafts = pack.components.filter(({ id, review }) => review === 'draft-for-review' && asked.has(id))
    const names = drafts.map(({ id }) => componentName(pack, id, language))
    return words.draftForReview(listOf(names, language))
  })
  return { risks, caution: pack.caution }
}
