import { isBefore, type JourneyState, type Stage, stageAfter, stageTable, timeLine } from '../../domain/stages.ts'
import type { Language } from '../../platform/languages.ts'
import type { Chart } from '../../ui/charts/chart.ts'
import { palette } from '../../ui/charts/palette.ts'
import { element, frame, line, textLines } from '../../ui/charts/svg.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { journeyMessages } from '../record/index.ts'
import { timeWords } from './time-words.ts'

const day = 86_400_000

/** What the strip is drawn from. */
export type TimeStripValues = {
  stage: Stage
  state: JourneyState
  weeks: 4 | 6
  clockFrom: Date
  pauses: readonly { from: Date; until: Date | undefined }[]
  /** When each stage was last entered. */
  entered: ReadonlyMap<Stage, Date>
}

/** The weeks of a journey as one strip: each stage up to the day it is due, pauses, today. */
export function timeStrip(
  values: TimeStripValues,
  now: Date,
  options: { language: Language; timeZone: string; id: string; narrow?: boolean },
): Chart {
  const { language, timeZone, id, narrow = false } = options
  const t = timeWords[language]
  const stages = journeyMessages[language].stages
  const say = (moment: Date) => longDate(dayIn(moment, timeZone), language)
  const { clockFrom, weeks } = values
  const dated = stageTable.filter((rule) => rule.byWeek !== undefined && rule.byWeek[weeks] > 0)
  // A pause moves what was still to come: the date of a stage that was left before stays as it was.
  const due = (stage: Stage) => {
    const left = isBefore(stage, values.stage) ? (values.entered.get(stageAfter(stage) ?? stage) ?? now) : now
    const pauses = values.pauses.filter(({ from }) => from < left)
    return timeLine({ stage, weeks, clockFrom, pauses }, now).dueAt ?? clockFrom
  }
  const clock = timeLine({ ...values }, now)
  const end = new Date(Math.max(now.getTime(), due('final-plan').getTime()) + 2 * day)
  const width = narrow ? 320 : 640
  const x = (moment: Date) =>
    ((moment.getTime() - clockFrom.getTime()) / (end.getTime() - clockFrom.getTime())) * (width - 2) + 1
  const top = 30
  const height = 26
  const parts = [element('rect', { x: 0, y: top, width, height, fill: palette.wash })]
  for (const pause of values.pauses) {
    const from = new Date(Math.max(pause.from.getTime(), clockFrom.getTime()))
    const until = pause.until ?? now
    if (until <= from) continue
    parts.push(
      element('rect', {
        x: x(from),
        y: top,
        width: Math.max(2, x(until) - x(from)),
        height,
        fill: palette.line,
        stroke: palette.muted,
        'stroke-dasharray': '3 2',
      }),
    )
  }
  // Stages that are due on one day share a mark.
  const marks = new Map<number, Stage[]>()
  for (const { stage } of dated) marks.set(due(stage).getTime(), [...(marks.get(due(stage).getTime()) ?? []), stage])
  let row = 0
  for (const [at, names] of marks) {
    const place = x(new Date(at))
    const current = names.includes(values.stage)
    const label = `${row + 1}`
    parts.push(line(place, top - 4, place, top + height + 4, current ? palette.spruce : palette.muted, current ? 3 : 1))
    parts.push(
      textLines([label], {
        x: place - 4,
        y: top + 17,
        size: 12,
        anchor: 'end',
        ...(current ? { weight: 'bold' as const } : {}),
      }),
    )
    row += 1
  }
  const today = Math.min(Math.max(x(now), 6), width - 6)
  parts.push(element('path', { d: `M${today - 6} ${top - 12}h12l-6 10z`, fill: palette.ink }))
  parts.push(
    textLines([t.today], {
      x: today,
      y: 13,
      size: 12,
      weight: 'bold',
      anchor: today < 40 ? 'start' : today > width - 40 ? 'end' : 'middle',
    }),
  )
  const keyTop = top + height + 22
  const key = [...marks].map(([at, names], index) =>
    t.key(index + 1, names.map((name) => stages[name]).join(', '), say(new Date(at))),
  )
  for (const [index, text] of key.entries()) {
    const columns = narrow ? 1 : 2
    parts.push(
      textLines([text], {
        x: (index % columns) * (width / 2),
        y: keyTop + Math.floor(index / columns) * 18,
        size: 12,
        fill: palette.ink,
      }),
    )
  }
  const total = keyTop + Math.ceil(key.length / (narrow ? 1 : 2)) * 18
  const afterPlan = isBefore('final-plan', values.stage)
  const alt = [
    afterPlan ? t.planDone : t.week(clock.week, weeks),
    t.started(say(clockFrom)),
    clock.dueAt === undefined
      ? afterPlan
        ? ''
        : t.noDue
      : (clock.late ? t.late : t.dueBy)(stages[values.stage], say(clock.dueAt)),
    values.pauses.length > 0 ? t.pausedDays(clock.pausedDays) : t.noPause,
  ]
    .filter((one) => one !== '')
    .join(' ')
  return {
    svg: frame({ id, title: t.title, alt, language, width, height: total }, ...parts),
    alt,
    title: t.title,
    width,
    height: total,
    table: {
      caption: t.table,
      head: [t.stage, t.due, t.entered],
      rows: [
        ...dated.map(({ stage }) => {
          const at = values.entered.get(stage)
          return [stages[stage], say(due(stage)), at === undefined ? t.notYet : say(at)]
        }),
        ...values.pauses.map((pause) => [t.pause, pause.until ? say(pause.until) : t.stillPaused, say(pause.from)]),
      ],
    },
  }
}
