import { actionPlanDocument } from '../../documents/action-plan-document.ts'
import type { ActionPlanValues } from '../../documents/document-values.ts'
import type { DocumentAction, PlanChanges } from '../../documents/draft-plan-parts.ts'
import type { DocumentModel } from '../../documents/model.ts'
import type { Language } from '../../platform/languages.ts'
import { languages } from '../../platform/languages.ts'
import { dayIn } from '../../ui/dates.ts'
import { projections } from '../../ui/words/pathway-tables.ts'
import type { PlanAction } from './actions-store.ts'
import type { PlanToRead } from './draft-props.ts'
import { type Draft, type PlanSources, shownTo } from './load.ts'

/** Actions as documents and the pages of a published plan show them. */
export function documentActions(actions: readonly PlanAction[]): DocumentAction[] {
  return actions.map((action) => ({
    title: action.title,
    language: action.language,
    status: action.status,
    ...(action.component === undefined ? {} : { component: action.component }),
    ...(action.owner === undefined ? {} : { owner: action.owner.name }),
    ...(action.due === undefined ? {} : { due: action.due }),
    ...(action.effortHours === undefined ? {} : { effortHours: action.effortHours }),
    ...(action.costCents === undefined ? {} : { costCents: action.costCents }),
  }))
}

/** The draft as a reader may see it. */
export function planToRead(
  reader: 'advisor' | 'community',
  { sources, edited }: Pick<Draft, 'sources' | 'edited'>,
  actions: readonly PlanAction[],
): PlanToRead {
  const changes: PlanChanges = {
    words: edited.words,
    edited: edited.changed,
    added: edited.added,
    removed: edited.removed,
    actions: documentActions(actions),
    needs: sources.needs,
  }
  return { ...shownTo(reader, sources, edited.plan), changes }
}

/** The values the document of a draft is composed from, as the community may see them (Method 4.4). */
function draftDocumentValues(
  sources: PlanSources,
  read: PlanToRead,
  given: { language: Language; community: string; at: Date; timeZone: string; whole: Draft['edited'] },
): ActionPlanValues {
  return {
    pack: sources.pack,
    card: read.card,
    plan: read.plan,
    projected: projections(sources.pack, sources.card, given.whole.plan),
    language: given.language,
    community: given.community,
    date: dayIn(given.at, given.timeZone),
    changes: read.changes,
  }
}

/** The draft plan in every language. */
export function draftModels(
  sources: PlanSources,
  read: PlanToRead,
  given: Omit<Parameters<typeof draftDocumentValues>[2], 'language'>,
): Record<Language, DocumentModel> {
  const entries = languages.map((language) => [
    language,
    actionPlanDocument(draftDocumentValues(sources, read, { ...given, language })),
  ])
  return Object.fromEntries(entries) as Record<Language, DocumentModel>
}
