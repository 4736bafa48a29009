import type { Language } from '../platform/languages.ts'

/** What went wrong, by a word that programs can rely on. */
export const errorCodes = [
  'no-token',
  'bad-token',
  'scope-missing',
  'second-factor',
  'not-allowed',
  'not-found',
  'bad-query',
  'read-only',
  'too-many',
  'unavailable',
] as const

export type ErrorCode = (typeof errorCodes)[number]

const en: Record<ErrorCode, string> = {
  'no-token':
    'Send a token: "Authorization: Bearer wm_…". You make one in your account, under "Access for programs". Cookies do not count here.',
  'bad-token': 'This token is unknown, has ended or was revoked. Make a new one in your account.',
  'scope-missing': 'This token may not read that. Make one with the scope that the documentation names.',
  'second-factor': 'This token was made without a second factor. Add one to your account and make a new token.',
  'not-allowed': 'You may not read this.',
  'not-found': 'There is nothing here that you may see.',
  'bad-query': 'The query cannot be used.',
  'read-only': 'The API only reads: use GET.',
  'too-many': 'Too many requests. Wait as long as Retry-After says.',
  unavailable: 'The service cannot answer at the moment. Try again in a while.',
}

const fr: typeof en = {
  'no-token':
    'Envoyez un jeton\u00a0: «\u00a0Authorization: Bearer wm_…\u00a0». Vous en créez un dans votre compte, sous «\u00a0Accès pour des programmes\u00a0». Les témoins ne comptent pas ici.',
  'bad-token': 'Ce jeton est inconnu, terminé ou révoqué. Créez-en un autre dans votre compte.',
  'scope-missing': 'Ce jeton ne permet pas cette lecture. Créez-en un avec la portée que la documentation nomme.',
  'second-factor':
    'Ce jeton a été créé sans second facteur. Ajoutez-en un à votre compte, puis créez un nouveau jeton.',
  'not-allowed': 'Vous ne pouvez pas lire ceci.',
  'not-found': 'Il n’y a rien ici que vous puissiez voir.',
  'bad-query': 'La requête est inutilisable.',
  'read-only': 'L’API ne fait que lire\u00a0: utilisez GET.',
  'too-many': 'Trop de requêtes. Attendez le temps que dit Retry-After.',
  unavailable: 'Le service ne peut pas répondre en ce moment. Réessayez un peu plus tard.',
}

export const apiMessages: Record<Language, typeof en> = { en, fr }
