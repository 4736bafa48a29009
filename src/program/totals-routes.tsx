import { Hono } from 'hono'
import type { Standing } from '../domain/access.ts'
import { stages } from '../domain/stages.ts'
import { publicThreshold } from '../domain/suppression.ts'
import { journeyMessages } from '../journey/record/index.ts'
import { type ActorEnvironment, type Frame, frameOf, type RoomDependencies } from '../people/index.ts'
import type { Language } from '../platform/languages.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { documentOf } from '../ui/layout.tsx'
import { Table } from '../ui/parts.tsx'
import { ProgramFrame } from './frame.tsx'
import { funderTotals } from './totals.ts'

const words: Record<
  Language,
  {
    title: string
    lead: (date: string) => string
    stage: string
    count: string
    total: string
    fewer: string
    none: string
  }
> = {
  en: {
    title: 'Totals',
    lead: (date) =>
      `Communities by the stage of their journey on ${date}. A figure of fewer than ${publicThreshold} communities does not show, and where one could be worked out from the others, the next does not either. Indigenous governments count only if their own governing body said yes.`,
    stage: 'Stage',
    count: 'Communities',
    total: 'All stages',
    fewer: 'not shown',
    none: 'There are too few communities to show a figure.',
  },
  fr: {
    title: 'Totaux',
    lead: (date) =>
      `Les communautés selon l’étape de leur démarche le ${date}. Un chiffre de moins de ${publicThreshold} communautés ne paraît pas, et là où les autres le trahiraient, le suivant non plus. Les gouvernements autochtones ne comptent que si leur propre organe directeur a dit oui.`,
    stage: 'Étape',
    count: 'Communautés',
    total: 'Toutes les étapes',
    fewer: 'non montré',
    none: 'Il y a trop peu de communautés pour montrer un chiffre.',
  },
}

/** What a funder sees: totals above the threshold, and nothing of any one community. */
export function totalsRoutes({ db, now, asset, guard }: RoomDependencies) {
  return new Hono<ActorEnvironment>().get('/program/totals', guard.program('program.totals'), async (c) => {
    const { countedAt, shown } = await funderTotals(db, now())
    const names = journeyMessages[c.var.language].stages
    const rows = stages.map((stage) => ({ stage: names[stage], count: shown.cells[stage] }))
    const date = longDate(dayIn(countedAt, 'UTC'), c.var.language)
    const page = { frame: frameOf(c, asset), standing: c.var.standing, rows, total: shown.total, date }
    return c.html(documentOf(<TotalsPage {...page} />))
  })
}

function TotalsPage(props: {
  frame: Frame
  standing: Standing
  rows: { stage: string; count: number | undefined }[]
  total: number | undefined
  date: string
}) {
  const { frame, standing, rows, total } = props
  const t = words[frame.language]
  return (
    <ProgramFrame frame={frame} standing={standing} part="totals" title={t.title}>
      <p>{t.lead(props.date)}</p>
      {total === undefined ? (
        <p class="note">{t.none}</p>
      ) : (
        <Table
          caption={t.title}
          hideCaption
          head={[t.stage, t.count]}
          rows={[
            ...rows.map(({ stage, count }) => [stage, count === undefined ? t.fewer : String(count)]),
            [t.total, String(total)],
          ]}
        />
      )}
    </ProgramFrame>
  )
}
