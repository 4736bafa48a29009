import { type ActName, may, type Standing } from '../domain/access.ts'
import { paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'

export type DeskPage = 'caseload' | 'questions' | 'support' | 'sessions' | 'slots' | 'profile' | 'search'

const en = {
  menu: 'Desk pages',
  caseload: 'Caseload',
  questions: 'Questions about plans',
  support: 'Questions from learners',
  sessions: 'Sessions',
  slots: 'Free times',
  profile: 'Directory entry',
  search: 'Search',
}

const fr: typeof en = {
  menu: 'Pages du bureau',
  caseload: 'Communautés suivies',
  questions: 'Questions sur les plans',
  support: 'Questions d’apprentissage',
  sessions: 'Séances',
  slots: 'Plages libres',
  profile: 'Fiche au répertoire',
  search: 'Recherche',
}

const words = { en, fr }

/** The way between the pages of the desk, whichever room makes them: what this person may do there. */
export function DeskMenu(props: { language: Language; standing: Standing; page?: DeskPage | undefined }) {
  const { language, standing, page } = props
  const t = words[language]
  const entries: [DeskPage, string, ActName][] = [
    ['caseload', paths.desk(language), 'desk.caseload'],
    ['questions', paths.desk(language, 'questions'), 'desk.questions'],
    ['support', paths.desk(language, 'support'), 'support.answer'],
    ['sessions', paths.desk(language, 'sessions'), 'session.hold'],
    ['slots', paths.desk(language, 'slots'), 'desk.slots'],
    ['profile', paths.directory(language, 'me'), 'directory.edit'],
    ['search', paths.search(language), 'search.own'],
  ]
  return (
    <nav class="journey-nav" aria-label={t.menu}>
      <ul>
        {entries
          .filter(([, , act]) => may(act, standing))
          .map(([id, href]) => (
            <li>
              <a href={href} aria-current={id === page ? 'page' : undefined}>
                {t[id]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
