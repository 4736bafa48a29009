import { createHash } from 'node:crypto'
import type { FinalPlanData, PlanAction } from '../../documents/final-plan-document.ts'
import { addDays } from '../../domain/plan-dates.ts'
import { asPerson, consentsNow, dataUses, listConsents, type RoomDependencies } from '../../people/index.ts'
import { type Language, languages } from '../../platform/languages.ts'
import { dayIn } from '../../ui/dates.ts'
import { listActions } from '../action-plan/index.ts'
import { findLatestDocument, type JourneyDocument } from '../record/index.ts'
import { decisionsIn, loadValidation, type Validation, validationMessages, written } from '../validation/index.ts'
import { type Dates, entriesIn, type PlanEntries } from './entries.ts'
import { listPlanEntries, listSignOffs, type SignOffRow } from './store.ts'

/** Everything the pages of the final plan show. */
export type FinalPlan = {
  v: Validation
  entries: PlanEntries
  signOffs: SignOffRow[]
  /** Before the approval body just now. */
  open: SignOffRow | undefined
  /** The newest signed version. */
  signed: JourneyDocument | undefined
  /** Number of the version that is prepared, or was signed last. */
  version: number
  /** The plan as it stands today; nothing while the dates are not set. */
  data: FinalPlanData | undefined
  /** Stands for the plan as it is: what is put before the body is what was read. */
  seen: string
  /** Dates to begin with where none were saved. */
  dates: Dates
}

/** What keeps a plan from being prepared. */
export type NotReady = 'no-record' | 'record-old'

const weeksInAYear = 52

/**
 * Reads the validated choice and what was added to it.
 *
 * @returns why it cannot be prepared, where it cannot
 */
export async function loadFinalPlan(
  deps: Pick<RoomDependencies, 'db' | 'findContent' | 'solve' | 'now'>,
  actor: { personId: string },
  journeyId: string,
): Promise<FinalPlan | NotReady> {
  const v = await loadValidation(deps, actor, journeyId)
  if (v?.record === undefined || v.chosen === undefined || v.decided.choice === undefined) return 'no-record'
  if (!v.record.upToDate) return 'record-old'
  const read = await asPerson(deps.db, actor, async (tx) => ({
    entries: entriesIn(await listPlanEntries(tx, journeyId)),
    signOffs: await listSignOffs(tx, journeyId),
    signed: await findLatestDocument(tx, journeyId, 'final-plan'),
    actions: await listActions(tx, journeyId),
    consents: await listConsents(tx, v.journey.communityId),
  }))
  const { entries, signOffs, signed } = read
  const today = dayIn(deps.now(), v.community.timeZone)
  const dates = datesFor(v, entries, today)
  const revising = signed !== undefined && entries.revision?.value.of === signed.version
  // A validation that was gone through again makes a new version without a further reason: its record has one.
  const renewed = signed !== undefined && recordOf(signed) !== v.record.version
  const data = entries.dates && dataOf(v, entries, dates, { ...read, today, revising })
  return {
    v,
    entries,
    signOffs,
    seen: createHash('sha256')
      .update(JSON.stringify(data ?? null))
      .digest('base64url'),
    open: signOffs.find(({ decision }) => decision === undefined),
    signed,
    version: signed === undefined ? 1 : revising || renewed ? signed.version + 1 : signed.version,
    dates,
    data,
  }
}

function recordOf(signed: { data: unknown }): unknown {
  return (signed.data as { recordVersion?: unknown } | null)?.recordVersion
}

/** What was saved, with a target date for every priority of today. */
function datesFor(v: Validation, entries: PlanEntries, today: string): Dates {
  const saved = entries.dates?.value
  const start = saved?.start ?? addDays(today, 14)
  const target = addDays(start, weeksInAYear * 7)
  return {
    start,
    review: saved?.review ?? addDays(start, (v.plan.basis.weeks + 1) * 7),
    priorities: Object.fromEntries(
      v.plan.priorities.map(({ component }) => [component, saved?.priorities[component] ?? target]),
    ),
  }
}

function dataOf(
  v: Validation,
  entries: PlanEntries,
  dates: Dates,
  read: {
    actions: Awaited<ReturnType<typeof listActions>>
    consents: Awaited<ReturnType<typeof listConsents>>
    today: string
    revising: boolean
  },
): FinalPlanData | undefined {
  const choice = v.decided.choice?.value
  if (choice === undefined || v.chosen === undefined || v.record === undefined) return undefined
  const optional = <Key extends string>(key: Key, entry: { text: string; language: string } | undefined) => {
    const text = entry && written(entry.text, entry.language)
    return text ? ({ [key]: text } as Record<Key, typeof text>) : {}
  }
  const granted = consentsNow(read.consents)
  const uses = (language: Language) =>
    dataUses.filter((use) => granted[use]).map((use) => validationMessages[language].uses[use] ?? use)
  const inEach = <Value>(of: (language: Language) => Value) =>
    Object.fromEntries(languages.map((language) => [language, of(language)])) as Record<Language, Value>
  const decided = inEach((language) => decisionsIn(v, language))
  const revision = entries.revision?.value
  return {
    community: v.community.name,
    date: read.today,
    dataCut: dayIn(v.lockedAt, v.community.timeZone),
    recordVersion: v.record.version,
    card: v.card,
    plan: v.plan,
    choice: {
      base: choice.base,
      edited: choice.edited,
      pathway: v.chosen,
      ...optional('reason', { text: choice.reason, language: choice.language }),
    },
    start: dates.start,
    review: dates.review,
    dates: dates.priorities,
    ...optional('message', entries.message?.value),
    ...optional('resources', entries.resources?.value),
    actions: read.actions.filter(({ status }) => status !== 'dropped').map(actionOf),
    disputed: decided.en.flatMap((one, index) =>
      one.decision === 'disputed'
        ? [
            {
              item: one.item,
              by: inEach((language) => decided[language][index]?.by ?? ''),
              ...(one.reason ? { reason: one.reason } : {}),
            },
          ]
        : [],
    ),
    ...optional('open', v.decided.open?.value),
    terms: v.community.terms,
    uses: inEach(uses),
    comparison: v.comparison,
    ...(read.revising && revision ? optional('revision', { text: revision.reason, language: revision.language }) : {}),
  }
}

function actionOf(action: Awaited<ReturnType<typeof listActions>>[number]): PlanAction {
  return {
    title: { text: action.title, language: action.language },
    owner: action.owner?.name ?? '',
    due: action.due ?? '',
    ...(action.effortHours === undefined ? {} : { hours: action.effortHours }),
  }
}
