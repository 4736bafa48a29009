import type { Item, ItemBody } from '../content/schema.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { Layout } from '../ui/layout.tsx'
import { Say } from '../ui/parts.tsx'
import { itemKindWords } from '../ui/words/item-kinds.ts'
import type { Enrolment } from './enrolment-store.ts'
import { studyMessages } from './messages.ts'

/** One line of one's learning. */
export type LearnLine = {
  item: Item
  body: ItemBody | undefined
  enrolment: Enrolment
  lessonsDone: number
  minutesLeft: number
  /** Where it goes on: a lesson of a course, if one is left. */
  lesson: string | undefined
}

/** What a community counts on the person for. */
export type AssignedLine = {
  item: Item
  journeyId: string
  communityName: string
  /** The day it is due, `YYYY-MM-DD`. */
  due: string | undefined
  started: boolean
}

/** All that one studies: where to go on, what is assigned, what is under way, what is done. */
export function LearnPage(props: { frame: Frame; timeZone: string; lines: LearnLine[]; assigned: AssignedLine[] }) {
  const { frame, lines, assigned } = props
  const { language } = frame
  const t = studyMessages[language]
  const day = (moment: Date) => longDate(dayIn(moment, props.timeZone), language)
  const underWay = lines.filter(({ enrolment }) => enrolment.doneAt === undefined)
  const done = lines.filter(({ enrolment }) => enrolment.doneAt !== undefined)
  const [latest, ...others] = underWay
  return (
    <Layout {...frame} section="study" title={t.title}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {latest && (
        <section class="note go-on">
          <h2>{t.continueTitle}</h2>
          <Line line={latest} frame={frame} meta={undefined} heading />
          <p>
            <a class="button" href={paths.study(language, latest.item.id, ...(latest.lesson ? [latest.lesson] : []))}>
              {t.continue}
            </a>
          </p>
        </section>
      )}
      {assigned.length > 0 && (
        <section>
          <h2>{t.assigned}</h2>
          <p>{t.assignedLead}</p>
          <ul class="rows">
            {assigned.map((line) => (
              <li>
                <a href={paths.study(language, line.item.id)}>
                  <Say text={line.item.title} language={language} />
                </a>
                <p class="meta">
                  {itemKindWords[language][line.item.kind]}
                  {' · '}
                  <a href={paths.journey(language, line.journeyId, 'learning')}>{line.communityName}</a>
                  {line.due && ` · ${t.due(longDate(line.due, language))}`}
                  {line.started && ` · ${t.underWay}`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2>{t.underWay}</h2>
          <ul class="rows">
            {others.map((line) => (
              <li>
                <Line line={line} frame={frame} meta={t.startedOn(day(line.enrolment.startedAt))} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {done.length > 0 && (
        <section>
          <h2>{t.done}</h2>
          <ul class="rows">
            {done.map((line) => (
              <li>
                <Line line={line} frame={frame} meta={t.doneOn(day(line.enrolment.doneAt ?? line.enrolment.lastAt))} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {lines.length === 0 && <p>{t.nothing}</p>}
      <p class="actions">
        <a href={paths.catalogue(language)}>{t.toCatalogue}</a>
        <a href={paths.study(language, 'notes')}>{t.toNotes}</a>
        <a href={paths.credentials(language)}>{t.toCertificates}</a>
        <a href={`${paths.study(language, 'events.json')}`} download>
          {t.toEvents}
        </a>
      </p>
      <p class="quiet">{t.private}</p>
    </Layout>
  )
}

function Line({
  line,
  frame,
  meta,
  heading,
}: {
  line: LearnLine
  frame: Frame
  meta: string | undefined
  heading?: boolean
}) {
  const { language } = frame
  const t = studyMessages[language]
  const lessons = line.body?.kind === 'course' ? line.body.lessons.length : 0
  const isDone = line.enrolment.doneAt !== undefined
  const parts = [
    itemKindWords[language][line.item.kind],
    ...(lessons > 0 && !isDone ? [t.lessonsDone(line.lessonsDone, lessons)] : []),
    ...(line.minutesLeft > 0 && !isDone ? [t.minutesLeft(line.minutesLeft)] : []),
    ...(meta ? [meta] : []),
  ]
  const title = <Say text={line.item.title} language={language} />
  return (
    <>
      {heading ? <p class="go-on-title">{title}</p> : <a href={paths.study(language, line.item.id)}>{title}</a>}
      <p class="meta">{parts.join(' · ')}</p>
    </>
  )
}
