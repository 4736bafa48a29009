import type { Pack } from '../../content/schema.ts'
import { actionPlanDocument } from '../../documents/action-plan-document.ts'
import { actionPlanJson, reportCardJson } from '../../documents/json.ts'
import type { Block, DocumentModel } from '../../documents/model.ts'
import { reportCardDocument } from '../../documents/report-card-document.ts'
import type { ActionPlan } from '../../domain/action-plan-types.ts'
import { communityView } from '../../domain/community-view.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import type { Language } from '../../platform/languages.ts'
import { projections } from '../../ui/words/pathway-tables.ts'
import type { DocumentChoice } from './parts.tsx'

/** Turns a composed document into a file. */
export type MakeDocument = (
  document: DocumentModel,
  format: 'pdf' | 'docx' | 'txt',
  template?: Uint8Array,
) => Promise<Uint8Array>

export type MadeDocument = { name: string; type: string; content: Uint8Array }

const types: Record<DocumentChoice['format'], string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

const names: Record<DocumentChoice['document'], Record<Language, string>> = {
  'report-card': { en: 'report-card', fr: 'bilan-des-capacites' },
  'action-plan': { en: 'action-plan', fr: 'plan-d-action' },
}

/**
 * One document of a self-check. What is made to be passed on shows the card as a community may see it (Method 4.4); the data file
 * holds every figure, for the person whose answers they are.
 */
export async function makeSelfCheckDocument(
  make: MakeDocument,
  given: {
    choice: DocumentChoice
    pack: Pack
    card: ReportCard
    plan: ActionPlan | undefined
    chosen: 'A' | 'B' | undefined
    language: Language
    community: string
    /** `YYYY-MM-DD` */
    date: string
    /** What must be known about the questions behind the result; stands at the head of the document. */
    notes: string[]
  },
): Promise<MadeDocument> {
  const { choice, pack, card, plan, chosen, language, date, notes } = given
  const community = given.community.trim()
  const file = { name: `${names[choice.document][language]}.${choice.format}`, type: types[choice.format] }
  const values = {
    pack,
    card: communityView(card),
    language,
    date,
    ...(community === '' ? {} : { community }),
  }
  if (choice.format === 'json') {
    const text = plan === undefined ? reportCardJson(card) : actionPlanJson(plan)
    return { ...file, content: new TextEncoder().encode(text) }
  }
  const model =
    plan === undefined
      ? reportCardDocument(values)
      : actionPlanDocument({
          ...values,
          plan,
          projected: projections(pack, card, plan),
          ...(chosen === undefined ? {} : { chosen }),
        })
  const head: Block[] = notes.length > 0 ? [{ kind: 'callout', tone: 'note', lines: notes }] : []
  return { ...file, content: await make({ ...model, blocks: [...head, ...model.blocks] }, choice.format) }
}
