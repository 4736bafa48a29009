/** What someone said about one facet of one component. */
export type Given =
  | { kind: 'level'; level: number }
  | { kind: 'na'; reason: string }
  | { kind: 'dk' }
  | { kind: 'blank' }

/** One row of an answers file: one respondent, one component, one facet. */
export type AnswerRow = {
  /** Respondent code; `1` when the file names none. */
  respondent: string
  role?: string
  component: string
  facet: string
  given: Given
  /** Level wanted in 12 months, in levels; on the first facet only. */
  wanted?: number
  /** 0 not now, 1 would help, 2 important, 3 urgent; on the first facet only. */
  importance?: number
  note?: string
  evidence?: string
  /** Look-back rating (Method 4.9), in levels; endline files, not on the first facet. */
  then?: number
}

/** Profile answers: question id -> option id, or several. Questions left out were skipped. */
export type Profile = Record<string, string | string[]>

/** Everything the engine reads about one round of one community. */
export type AnswerSet = {
  rows: AnswerRow[]
  profile: Profile
  /** Components tagged in the needs interview, or by a visitor as a need. */
  needs: string[]
  /** Levels agreed at validation: component -> facet -> level. */
  agreed: Record<string, Record<string, number>>
  /** Wanted levels of the first facet agreed at validation, in place of the median: component -> level. */
  agreedWanted?: Record<string, number>
  /** Hash of the release that was answered, if the file says so. */
  release?: string
  /** Component -> version of the descriptors that were answered, where it is not that of the pack; null where it is not known. */
  rubricVersions?: Record<string, number | null>
}
