import type { Pack } from '../../content/schema.ts'
import { actionPlanDocument } from '../../documents/action-plan-document.ts'
import { actionPlanJson, reportCardJson } from '../../documents/json.ts'
import { renderPdf } from '../../documents/pdf.ts'
import { reportCardDocument } from '../../documents/report-card-document.ts'
import { renderText } from '../../documents/text.ts'
import { renderWord } from '../../documents/word.ts'
import type { ActionPlan } from '../../domain/action-plan-types.ts'
import { communityPlan } from '../../domain/community-plan.ts'
import { communityView } from '../../domain/community-view.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import { projections } from '../../ui/words/pathway-tables.ts'
import { type AssessOptions, documentNames } from './options.ts'
import type { OutputFile } from './output-folder.ts'

/**
 * Makes every document. JSON has the full figures, for whoever holds the answers; what is made to be passed on shows card and plan as
 * the community sees them (Method 4.4).
 * @returns the files, and whether they leave out figures of two people who have not both agreed
 */
export async function makeDocuments(values: {
  pack: Pack
  card: ReportCard
  plan: ActionPlan
  options: AssessOptions
  /** Date of the documents, `YYYY-MM-DD`. */
  date: string
}): Promise<{ files: OutputFile[]; withheld: boolean }> {
  const { pack, card, plan, options, date } = values
  const { language, community, bothAgreed } = options
  const seen = communityView(card, { pairAgreed: bothAgreed })
  const shown = { pack, card: seen, language, date, ...(community === undefined ? {} : { community }) }
  const reportCard = reportCardDocument(shown)
  const actionPlan = actionPlanDocument({
    ...shown,
    plan: communityPlan(pack, plan, seen),
    projected: projections(pack, card, plan),
  })
  const files: OutputFile[] = []
  for (const name of documentNames(options)) files.push({ name, content: await contentOf(name) })
  return { files, withheld: seen.withheld !== undefined }

  async function contentOf(name: string): Promise<string | Uint8Array> {
    const isCard = name.startsWith('report-card')
    const model = isCard ? reportCard : actionPlan
    if (name.endsWith('.json')) return isCard ? reportCardJson(card) : actionPlanJson(plan)
    if (name.endsWith('.pdf')) return renderPdf(model)
    if (name.endsWith('.docx')) return renderWord(model)
    return renderText(model)
  }
}
