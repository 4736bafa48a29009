/** Someone who could answer a question: what they say of themselves, and what is with them now. */
export type Helper = {
  personId: string
  languages: readonly string[]
  /** Ids of the framework's domains. */
  disciplines: readonly string[]
  takesQuestions: boolean
  /** From this many open questions on they get no new one. */
  mostQuestions: number
  /** Questions with them that wait for an answer. */
  openQuestions: number
  /** They advise this community, or were assigned to it as an expert. */
  assigned: boolean
  /** When a question was last sent to them. */
  lastAskedAt: Date | undefined
}

/** What is to be answered, and by whom it may be. */
export type Wanted = {
  language: string
  /** Id of a domain; left out, any discipline fits. */
  discipline: string | undefined
  /** Only those assigned to the community. */
  insideOnly: boolean
  /** Whoever passed it on, or asked. */
  except?: readonly string[]
}

/** What speaks for someone. */
export type ReasonFor = 'discipline' | 'language' | 'assigned' | 'free' | 'waited'
/** What keeps a question from someone. */
export type ReasonAgainst = 'not-taking' | 'other-discipline' | 'other-language' | 'full' | 'outside'

export type Match<H extends Helper = Helper> = {
  helper: H
  /** Nothing speaks against it: the service may send it by itself. */
  fits: boolean
  reasons: ReasonFor[]
  against: ReasonAgainst[]
}

/**
 * Whom a question is for, the best first, with the reasons. Someone fits who takes questions, knows the discipline, writes the language
 * and has room. Of those: people of the community's own team first, then whoever has the fewest open questions, then whoever waited
 * longest for one. After them come those whom something keeps from it, so that a person can still choose one and see what is against it.
 *
 * @returns every helper once, save for those in `wanted.except`
 */
export function rankHelpers<H extends Helper>(helpers: readonly H[], wanted: Wanted): Match<H>[] {
  return helpers
    .filter(({ personId }) => !wanted.except?.includes(personId))
    .map((helper) => matchOf(helper, wanted))
    .sort(
      (a, b) =>
        a.against.length - b.against.length ||
        Number(b.helper.assigned) - Number(a.helper.assigned) ||
        a.helper.openQuestions - b.helper.openQuestions ||
        (a.helper.lastAskedAt?.getTime() ?? 0) - (b.helper.lastAskedAt?.getTime() ?? 0) ||
        (a.helper.personId < b.helper.personId ? -1 : 1),
    )
}

/** Who gets the question without anyone choosing; nobody where no one fits, and then the desk decides. */
export function chooseHelper<H extends Helper>(helpers: readonly H[], wanted: Wanted): Match<H> | undefined {
  return rankHelpers(helpers, wanted).find(({ fits }) => fits)
}

function matchOf<H extends Helper>(helper: H, wanted: Wanted): Match<H> {
  const knows = wanted.discipline === undefined || helper.disciplines.includes(wanted.discipline)
  const speaks = helper.languages.includes(wanted.language)
  const hasRoom = helper.openQuestions < helper.mostQuestions
  const reasons: ReasonFor[] = []
  if (knows && wanted.discipline !== undefined) reasons.push('discipline')
  if (speaks) reasons.push('language')
  if (helper.assigned) reasons.push('assigned')
  if (hasRoom) reasons.push('free')
  if (helper.lastAskedAt === undefined) reasons.push('waited')
  const against: ReasonAgainst[] = []
  if (!helper.takesQuestions) against.push('not-taking')
  if (!knows) against.push('other-discipline')
  if (!speaks) against.push('other-language')
  if (!hasRoom) against.push('full')
  if (wanted.insideOnly && !helper.assigned) against.push('outside')
  return { helper, fits: against.length === 0, reasons, against }
}
