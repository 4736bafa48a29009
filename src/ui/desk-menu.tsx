import { type ActName, may, type Standing } from '../domain/access.ts'
import { paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'

export type DeskPage = 'caseload' | 'questions' | 'slots' | 'profile' | 'search'

const en = {
  menu: 'Desk pages',
  caseload: 'Caseload',
  questions: 'Questions to you',
  slots: 'Free times',
  profile: 'Your profile',
  search: 'Search',
}

const fr: typeof en = {
  menu: 'Pages du bureau',
  caseload: 'Communautés suivies',
  questions: 'Questions pour vous',
  slots: 'Plages libres',
  profile: 'Votre profil',
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
    ['slots', paths.desk(language, 'slots'), 'desk.slots'],
    ['profile', paths.desk(language, 'profile'), 'desk.profile'],
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
