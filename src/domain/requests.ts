/** Where a request for the service stands. */
export const requestStates = ['received', 'asked-back', 'answered', 'accepted', 'declined'] as const

export type RequestState = (typeof requestStates)[number]

/** What a manager does with a request, and `answer`, which is the asking person's. */
export const requestActs = {
  accept: { from: ['received', 'asked-back', 'answered'], to: 'accepted' },
  'ask-back': { from: ['received', 'answered'], to: 'asked-back' },
  answer: { from: ['asked-back'], to: 'answered' },
  decline: { from: ['received', 'asked-back', 'answered'], to: 'declined' },
} as const satisfies Record<string, { from: readonly RequestState[]; to: RequestState }>

export type RequestAct = keyof typeof requestActs

/** The state after an act, if the act is possible: a decision is made once. */
export function changeRequest(state: RequestState, act: RequestAct): RequestState | undefined {
  const { from, to } = requestActs[act]
  return (from as readonly RequestState[]).includes(state) ? to : undefined
}

/** Still waits for the program or for the person who asked. */
export function isOpen(state: RequestState): boolean {
  return changeRequest(state, 'accept') !== undefined
}

/** What an advisor brings. */
export type AdvisorProfile = {
  personId: string
  name: string
  languages: readonly string[]
  /** Ids of the framework's domains they know best. */
  disciplines: readonly string[]
  mostJourneys: number
  /** Journeys they advise that are not over. */
  load: number
}

/** Why an advisor stands where they stand in the list. */
export type AdvisorMatch = AdvisorProfile & {
  speaks: boolean
  /** Wanted disciplines that they bring. */
  brings: string[]
  room: number
}

/**
 * Advisors for a request, the best first: the community's language, then room for one more journey, then the disciplines it needs,
 * then the lightest load for what they can carry. A manager decides; this only sorts and says why.
 */
export function rankAdvisors(
  advisors: readonly AdvisorProfile[],
  wanted: { language: string; disciplines: readonly string[] },
): AdvisorMatch[] {
  const matches = advisors.map((advisor) => ({
    ...advisor,
    speaks: advisor.languages.includes(wanted.language),
    brings: wanted.disciplines.filter((discipline) => advisor.disciplines.includes(discipline)),
    room: Math.max(0, advisor.mostJourneys - advisor.load),
  }))
  const share = ({ load, mostJourneys }: AdvisorMatch) => load / Math.max(1, mostJourneys)
  return matches.toSorted(
    (a, b) =>
      Number(b.speaks) - Number(a.speaks) ||
      Number(b.room > 0) - Number(a.room > 0) ||
      b.brings.length - a.brings.length ||
      share(a) - share(b) ||
      a.name.localeCompare(b.name) ||
      a.personId.localeCompare(b.personId),
  )
}
