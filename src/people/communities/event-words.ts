import type { Language } from '../../platform/languages.ts'
import { roleWords } from '../../ui/words/roles.ts'
import { consentMessages } from './consent-messages.ts'
import { communityMessages } from './messages.ts'

/** The detail of an event, read as words; nothing where it is missing or of another kind. */
type Detail = { roles(name: string): string; use: string; terms: string }
type Words = Record<string, string | ((detail: Detail) => string)>

const about = (words: string, of: string) => (of === '' ? words : `${words} (${of})`)

const en: Words = {
  'community.founded': 'Community set up',
  'community.profile-changed': 'Profile changed',
  'community.handed-over': 'Role of community lead handed over',
  'member.invited': (detail) => about('Someone invited', detail.roles('role')),
  'member.invited-again': (detail) => about('Invitation sent again', detail.roles('role')),
  'member.invitation-revoked': (detail) => about('Invitation taken back', detail.roles('role')),
  'member.joined': (detail) => about('Accepted an invitation', detail.roles('role')),
  'member.declined': (detail) => about('An invitation was declined', detail.roles('role')),
  'member.roles-changed': 'Roles of a member changed',
  'member.removed': 'A member was taken off the list',
  'member.left': (detail) => about('Left the community', detail.roles('roles')),
  'member.account-deleted': (detail) => about('A member deleted their account', detail.roles('roles')),
  'consent.terms-chosen': (detail) => about('Data terms chosen', detail.terms),
  'consent.granted': (detail) => about('Yes recorded for a use of the data', detail.use),
  'consent.withdrawn': (detail) => about('Yes taken back for a use of the data', detail.use),
  'answers.withdrawn': 'Someone took their answers out; results worked out from now on leave them out',

  'account.corrected': 'You corrected your details',
  'account.email-change-asked': 'A new address was asked for',
  'account.email-changed': 'Your address was changed',
  'account.exported': 'Everything about you was downloaded',
  'account.withdrew': 'You took your answers out',
  'token.made': 'You made a token for the API',
  'token.revoked': 'You revoked a token for the API',
  'security.generator-added': 'A code generator was set up',
  'security.generator-removed': 'The code generator was turned off',
  'security.recovery-codes-made': 'New recovery codes were made',
  'security.recovery-code-used': 'A recovery code was used to sign in',
  'security.passkey-added': 'A passkey was added',
  'security.passkey-removed': 'A passkey was removed',
  'security.sessions-ended': 'You signed out everywhere else',
}

const fr: Words = {
  'community.founded': 'Communauté créée',
  'community.profile-changed': 'Profil modifié',
  'community.handed-over': 'Rôle de responsable communautaire transmis',
  'member.invited': (detail) => about('Invitation envoyée', detail.roles('role')),
  'member.invited-again': (detail) => about('Invitation envoyée de nouveau', detail.roles('role')),
  'member.invitation-revoked': (detail) => about('Invitation annulée', detail.roles('role')),
  'member.joined': (detail) => about('Invitation acceptée', detail.roles('role')),
  'member.declined': (detail) => about('Une invitation a été refusée', detail.roles('role')),
  'member.roles-changed': 'Rôles d’un membre modifiés',
  'member.removed': 'Un membre a été retiré de la liste',
  'member.left': (detail) => about('A quitté la communauté', detail.roles('roles')),
  'member.account-deleted': (detail) => about('Un membre a supprimé son compte', detail.roles('roles')),
  'consent.terms-chosen': (detail) => about('Règles sur les données choisies', detail.terms),
  'consent.granted': (detail) => about('Oui inscrit pour un usage des données', detail.use),
  'consent.withdrawn': (detail) => about('Oui retiré pour un usage des données', detail.use),
  'answers.withdrawn':
    'Quelqu’un a retiré ses réponses; ce qui sera calculé à partir de maintenant n’en tient plus compte',

  'account.corrected': 'Vous avez corrigé vos renseignements',
  'account.email-change-asked': 'Une nouvelle adresse a été demandée',
  'account.email-changed': 'Votre adresse a été changée',
  'account.exported': 'Tout ce qui vous concerne a été téléchargé',
  'account.withdrew': 'Vous avez retiré vos réponses',
  'token.made': 'Vous avez créé un jeton pour l’API',
  'token.revoked': 'Vous avez révoqué un jeton pour l’API',
  'security.generator-added': 'Un générateur de codes a été configuré',
  'security.generator-removed': 'Le générateur de codes a été désactivé',
  'security.recovery-codes-made': 'De nouveaux codes de secours ont été créés',
  'security.recovery-code-used': 'Un code de secours a servi à ouvrir une session',
  'security.passkey-added': 'Une clé d’accès a été ajoutée',
  'security.passkey-removed': 'Une clé d’accès a été retirée',
  'security.sessions-ended': 'Vous avez fermé toutes vos autres sessions',
}

const words: Record<Language, Words> = { en, fr }

/** Acts on people, terms and accounts that have words, in one language. */
export function knownPeopleActs(language: Language): string[] {
  return Object.keys(words[language])
}

/** What was done, in the words of the domain. An act of a later version shows its own name. */
export function peopleWords(act: string, detail: Record<string, unknown>, language: Language): string {
  const said = words[language][act]
  if (said === undefined) return act
  return typeof said === 'string' ? said : said(reader(detail, language))
}

function reader(detail: Record<string, unknown>, language: Language): Detail {
  const roles: Record<string, string> = roleWords[language]
  const uses: Record<string, string> = consentMessages[language].uses
  const terms: Record<string, string> = communityMessages[language].dataTerms
  const named = (names: Record<string, string>, value: unknown) =>
    typeof value === 'string' ? (names[value] ?? '') : ''
  return {
    roles: (name) =>
      [detail[name]]
        .flat()
        .map((role) => named(roles, role).toLowerCase())
        .filter((role) => role !== '')
        .join(', '),
    use: named(uses, detail.use),
    terms: named(terms, detail.terms),
  }
}
