import type { StaffRole, Standing } from '../../domain/access.ts'
import type { Stage } from '../../domain/stages.ts'
import type { Language } from '../../platform/languages.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'

/** The person who is signed in, as every store and route knows them. */
export type Actor = {
  personId: string
  name: string
  email: string
  /** In which mail reaches them; a page's language is that of its address. */
  language: Language
  /** IANA name. */
  timeZone: string
  staff: readonly StaffRole[]
  sessionId: string
  /** A second factor was shown in this session. */
  strong: boolean
}

/** What an address is about: the community, and the journey where it names one. */
export type Place = {
  communityId: string
  communityName: string
  /** Of the demonstration: marked wherever the name shows. */
  invented: boolean
  journey?: { id: string; stage: Stage; state: 'active' | 'paused' | 'withdrawn' | 'declined'; alone: boolean }
}

/** What `may(…)` leaves in `c.var` for the handlers behind it. */
export type ActorEnvironment = {
  Variables: AppEnvironment['Variables'] & { actor: Actor; standing: Standing }
}

/** The same behind an act that concerns one community: the address carries `:community` or `:journey`. */
export type PlaceEnvironment = {
  Variables: ActorEnvironment['Variables'] & { place: Place }
}

/** And one journey. */
export type JourneyEnvironment = {
  Variables: ActorEnvironment['Variables'] & { place: Place & { journey: NonNullable<Place['journey']> } }
}
