import type { Language } from '../platform/languages.ts'
import { programMessages } from '../program/index.ts'
import { type AssetUrl, Layout } from '../ui/layout.tsx'
import { castPerson, communities, staff } from './cast.ts'

const words = {
  en: {
    title: 'Demonstration',
    lead: 'Everything here is invented: communities, people, answers. Choose anyone to see the service with their eyes. Nothing is sent by e-mail.',
    staff: 'The program’s people',
    communities: 'Communities',
    signIn: 'Sign in',
    as: (name: string) => `as ${name}`,
    member: { lead: 'Community lead', contributor: 'Contributor', steward: 'Data steward' },
  },
  fr: {
    title: 'Démonstration',
    lead: 'Tout est inventé ici : communautés, personnes, réponses. Choisissez n’importe qui pour voir le service avec ses yeux. Aucun courriel n’est envoyé.',
    staff: 'Les gens du programme',
    communities: 'Communautés',
    signIn: 'Ouvrir une session',
    as: (name: string) => `comme ${name}`,
    member: {
      lead: 'Responsable communautaire',
      contributor: 'Collaboratrice ou collaborateur',
      steward: 'Intendance des données',
    },
  },
} as const

/** Lets a newcomer sign in as anyone of the demonstration. */
export function DemoPage({ language, path, asset }: { language: Language; path: string; asset: AssetUrl }) {
  const t = words[language]
  const roleNames = programMessages[language].roleNames
  const line = (id: string, role: string) => {
    const person = castPerson(id)
    return (
      <li>
        <form method="post" action={path} class="demo-person">
          <input type="hidden" name="person" value={id} />
          <span>
            {person.name} <span class="quiet">· {role}</span>
          </span>
          <button type="submit" class="second">
            {t.signIn}
            <span class="visually-hidden"> {t.as(person.name)}</span>
          </button>
        </form>
      </li>
    )
  }
  return (
    <Layout language={language} path={path} asset={asset} title={t.title} hidden>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <h2>{t.staff}</h2>
      <ul class="demo-cast">{staff.map((one) => line(one.id, one.staff.map((role) => roleNames[role]).join(', ')))}</ul>
      <h2>{t.communities}</h2>
      {communities.map((community) => (
        <section>
          <h3>{community.name}</h3>
          <ul class="demo-cast">{community.people.map(([id, role]) => line(id, t.member[role]))}</ul>
        </section>
      ))}
    </Layout>
  )
}
