import { type ActName, may, type Standing } from '../domain/access.ts'
import { type ProgramPart, paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'

const en = {
  menu: 'Program pages',
  status: 'Status',
  requests: 'Requests',
  advisors: 'Advisors',
  people: 'People and roles',
  settings: 'Settings',
  packs: 'Content packs',
  library: 'Library',
  packages: 'Packages',
  credentials: 'Certificates',
  support: 'Questions from learners',
  answers: 'Answers for the library',
  outbox: 'Outbox',
  incidents: 'Incident register',
  retention: 'Retention',
  record: 'Program record',
  totals: 'Totals for the funder',
}

const fr: typeof en = {
  menu: 'Pages du programme',
  status: 'État',
  requests: 'Demandes',
  advisors: 'Personnel-conseil',
  people: 'Personnes et rôles',
  settings: 'Réglages',
  packs: 'Trousses de contenu',
  library: 'Bibliothèque',
  packages: 'Modules externes',
  credentials: 'Certificats',
  support: 'Questions d’apprentissage',
  answers: 'Réponses pour la bibliothèque',
  outbox: 'Boîte d’envoi',
  incidents: 'Registre des incidents',
  retention: 'Conservation',
  record: 'Registre du programme',
  totals: 'Totaux pour le bailleur de fonds',
}

const words = { en, fr }

const entries: [ProgramPart | undefined, keyof typeof en, ActName][] = [
  [undefined, 'status', 'program.status'],
  ['requests', 'requests', 'program.requests'],
  ['advisors', 'advisors', 'program.assign'],
  ['people', 'people', 'program.people'],
  ['settings', 'settings', 'program.settings'],
  ['packs', 'packs', 'pack.publish'],
  ['library', 'library', 'library.edit'],
  ['packages', 'packages', 'package.upload'],
  ['credentials', 'credentials', 'credential.revoke'],
  ['answers', 'answers', 'support.publish'],
  ['outbox', 'outbox', 'program.outbox'],
  ['incidents', 'incidents', 'program.privacy'],
  ['retention', 'retention', 'program.privacy'],
  ['record', 'record', 'program.record'],
  ['totals', 'totals', 'program.totals'],
]

/** The way between the pages of the program, whichever room makes them. Who has one page alone needs no menu. */
export function ProgramMenu(props: {
  language: Language
  standing: Standing
  part?: ProgramPart | 'support' | undefined
}) {
  const { language, standing, part } = props
  const t = words[language]
  const shown = entries.filter(([, , act]) => may(act, standing))
  if (shown.length < 2) return null
  return (
    <nav class="journey-nav" aria-label={t.menu}>
      <ul>
        {may('support.route', standing) && (
          <li>
            <a href={paths.desk(language, 'support')} aria-current={part === 'support' ? 'page' : undefined}>
              {t.support}
            </a>
          </li>
        )}
        {shown.map(([to, label]) => (
          <li>
            <a href={paths.program(language, to)} aria-current={to === part ? 'page' : undefined}>
              {t[label]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
