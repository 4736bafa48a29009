import { z } from 'zod'
import type { Profile } from '../../domain/answers.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'
import { type PostedForm, textIn } from '../../platform/web/posted-form.ts'
import { tokenShape } from './store.ts'

/** Fields of the public form, as they were typed. */
export type TypedRequest = {
  key: string
  started: string
  community: string
  name: string
  role: string
  email: string
  language: string
  size: string
  types: string[]
  hopes: string
  consent: boolean
  carriedLink: string
  carriedConsent: boolean
}

export type RequestField = 'community' | 'name' | 'role' | 'email' | 'language' | 'hopes' | 'consent' | 'trap'

/** What a form must hold to be a request. */
export type CheckedRequest = {
  /** Secret of the link; it came with the empty form. */
  token: string
  communityName: string
  contactName: string
  contactRole: string
  email: string
  language: Language
  hopes: string
  profile: Profile
}

/** Nobody fills the form in less; machines do. */
const leastTime = 3_000

/** The empty form. `key` becomes the secret of its link, so that a form sent twice is one request. */
export function emptyRequest(key: string, now: Date, language: Language): TypedRequest {
  return {
    key,
    started: String(now.getTime()),
    community: '',
    name: '',
    role: '',
    email: '',
    language,
    size: '',
    types: [],
    hopes: '',
    consent: false,
    carriedLink: '',
    carriedConsent: false,
  }
}

export function typedRequest(form: PostedForm): TypedRequest {
  const text = (name: string, most = 200) => textIn(form, name).slice(0, most)
  return {
    key: text('key'),
    started: text('started'),
    community: text('community'),
    name: text('name'),
    role: text('role'),
    email: text('email', 320),
    language: text('language', 10),
    size: text('size', 40),
    types: [form.type ?? []].flat().filter((one): one is string => typeof one === 'string'),
    hopes: text('hopes', 4000),
    consent: text('consent') === 'yes',
    carriedLink: text('carried-link', 400),
    carriedConsent: text('carried-consent') === 'yes',
  }
}

/** Checks a form. `tooSoon`: everything is well, but it was sent faster than people write. */
export function checkRequest(
  typed: TypedRequest,
  trap: string,
  now: Date,
): { ok: true; request: CheckedRequest } | { ok: false; problems: RequestField[]; tooSoon: boolean } {
  const line = z.string().trim().min(1)
  const email = z.email().safeParse(typed.email.trim().toLowerCase())
  const problems: RequestField[] = [
    ...(line.safeParse(typed.community).success ? [] : ['community' as const]),
    ...(line.safeParse(typed.name).success ? [] : ['name' as const]),
    ...(line.safeParse(typed.role).success ? [] : ['role' as const]),
    ...(email.success ? [] : ['email' as const]),
    ...(isLanguage(typed.language) ? [] : ['language' as const]),
    ...(line.safeParse(typed.hopes).success ? [] : ['hopes' as const]),
    ...(typed.consent ? [] : ['consent' as const]),
    ...(trap === '' ? [] : ['trap' as const]),
  ]
  const key = z.string().regex(tokenShape).safeParse(typed.key)
  const started = Number(typed.started)
  const tooSoon = !(started > 0 && now.getTime() - started >= leastTime) || !key.success
  if (problems.length > 0 || tooSoon || !email.success || !key.success || !isLanguage(typed.language)) {
    return { ok: false, problems, tooSoon: tooSoon && problems.length === 0 }
  }
  return {
    ok: true,
    request: {
      token: key.data,
      communityName: typed.community.trim(),
      contactName: typed.name.trim(),
      contactRole: typed.role.trim(),
      email: email.data,
      language: typed.language,
      hopes: typed.hopes.trim(),
      profile: {
        ...(typed.size === '' ? {} : { staffFte: typed.size }),
        ...(typed.types.length === 0 ? {} : { communityType: typed.types }),
      },
    },
  }
}
