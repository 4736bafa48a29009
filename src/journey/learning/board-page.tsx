import { may, takesChange } from '../../domain/access.ts'
import { isLate, isOpen, lastWeek } from '../../domain/learning/board.ts'
import { paths } from '../../paths.ts'
import { formatHours } from '../../ui/charts/numbers.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { JourneyFrame, type JourneyFrameProps } from '../record/index.ts'
import { BoardItem } from './board-item.tsx'
import type { Learning, NoBoard } from './load.ts'
import { learningMessages } from './messages.ts'
import { datesOf, ItemName, plainTitle, progressInWords } from './words.tsx'

export type BoardProps = Pick<JourneyFrameProps, 'frame' | 'place' | 'standing'> & {
  learning: Learning
  personId: string
  timeZone: string
  /** The name of the script that lets items be dragged. */
  script: string
  notice?: string | undefined
  /** Why something was not done. */
  problem?: string | undefined
}

/** Before there is a board, the page says what comes first. */
export function NoBoardPage(props: Pick<BoardProps, 'frame' | 'place' | 'standing'> & { why: NoBoard }) {
  const { frame, place, standing, why } = props
  const t = learningMessages[frame.language]
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="learning" title={t.title}>
      <h2>{t.notYetTitle}</h2>
      <p>{t.notYet[why]}</p>
      <p>
        <a href={paths.journey(frame.language, place.journey.id, 'final-plan')}>{t.openFinalPlan}</a>
      </p>
    </JourneyFrame>
  )
}

/** The pathway of a community, week by week. */
export function BoardPage(props: BoardProps) {
  const { frame, place, standing, learning } = props
  const { language } = frame
  const t = learningMessages[language]
  const aside = learning.entries.filter(({ state }) => state === 'set-aside')
  const plans = may('learning.plan', standing) && takesChange('learning.plan', place.journey)
  return (
    <JourneyFrame
      frame={frame}
      place={place}
      standing={standing}
      part="learning"
      title={t.title}
      {...(plans ? { scripts: [props.script] } : {})}
    >
      {props.notice && (
        <p class="note" role="status">
          {props.notice}
        </p>
      )}
      {props.problem && (
        <p class="note amber" role="alert" id="board-problem">
          {props.problem}
        </p>
      )}
      <p class="lead">{t.lead}</p>
      {place.journey.stage === 'closed' && <p class="note">{t.over}</p>}
      <Progress learning={learning} language={language} />
      <Notices {...props} plans={plans} />
      {may('learning.do', standing) && <Yours {...props} />}
      <h2>{t.weeksTitle}</h2>
      {plans && (
        <p class="quiet" data-drag-hint hidden>
          {t.dragHint}
        </p>
      )}
      <ol class="board plain-list" data-board={plans ? '' : undefined}>
        {Array.from({ length: learning.weeks }, (_, index) => (
          <Week {...props} week={index + 1} />
        ))}
      </ol>
      {aside.length > 0 && (
        <section aria-labelledby="aside-title">
          <h2 id="aside-title">{t.asideTitle}</h2>
          <ul class="board-items plain-list">
            {aside.map((entry) => (
              <BoardItem {...props} entry={entry} apart />
            ))}
          </ul>
        </section>
      )}
      <More {...props} plans={plans} />
    </JourneyFrame>
  )
}

type Part = BoardProps & { plans: boolean }

function Progress({ learning, language }: { learning: Learning; language: 'en' | 'fr' }) {
  const t = learningMessages[language]
  const { progress, hours, board } = learning
  const people = new Set(learning.entries.flatMap((entry) => entry.people.map(({ personId }) => personId))).size
  const words = progressInWords(learning, language)
  return (
    <section class="board-progress" aria-labelledby="progress-title">
      <h2 id="progress-title">{t.progress}</h2>
      {progress.share !== undefined && (
        <progress max={100} value={Math.round(progress.share * 100)} aria-label={words}>
          {words}
        </progress>
      )}
      <p>
        <strong>{words}</strong>
      </p>
      <ul class="facts-line plain-list">
        <li>{t.spent(formatHours(hours.hours, language))}</li>
        {people > 0 && <li>{t.people(people)}</li>}
        <li>{t.fitsWeeks(board.plannedWeeks, formatHours(board.weeklyHours, language))}</li>
      </ul>
      <details>
        <summary>{t.howCounted}</summary>
        <p>{t.rule}</p>
      </details>
    </section>
  )
}

function Notices({ frame, place, standing, learning, timeZone, plans }: Part) {
  const { language } = frame
  const t = learningMessages[language]
  const to = (...rest: string[]) => paths.journey(language, place.journey.id, 'learning', ...rest)
  const late = learning.entries.filter((entry) => isLate(entry, learning.week)).length
  const { closed, doneAt } = learning.board
  const inStage = place.journey.stage === 'learning'
  return (
    <>
      {doneAt && inStage && (
        <p class="note">
          {t.pathwayDone} <a href={paths.journey(language, place.journey.id)}>{t.toOverview}</a>
        </p>
      )}
      {closed && (
        <div class="note">
          <p lang={closed.language === language ? undefined : closed.language}>
            {t.closed(longDate(dayIn(closed.at, timeZone), language), closed.reason)}
          </p>
          {inStage && may('learning.close', standing) && (
            <form method="post" action={to('close', 'take-back')}>
              <button type="submit" class="second">
                {t.takeCloseBack}
              </button>
            </form>
          )}
        </div>
      )}
      {learning.newer && (
        <p class="note">
          {t.newPlan(learning.newer.version)} {plans && <a href={to('plan-changes')}>{t.seeChanges}</a>}
        </p>
      )}
      {late > 0 && !closed && (
        <p class="note">
          {t.late(late)} {plans && <a href={to('plan-again')}>{t.planAgainLink}</a>}
        </p>
      )}
    </>
  )
}

/** What the reader has, that is due by the end of this week. */
function Yours({ frame, place, learning, personId }: BoardProps) {
  const { language } = frame
  const t = learningMessages[language]
  const mine = learning.entries.filter(
    (entry) =>
      isOpen(entry) &&
      lastWeek(entry) <= Math.max(learning.week, 1) &&
      entry.people.some((share) => share.personId === personId && share.state !== 'done'),
  )
  return (
    <section aria-labelledby="yours-title">
      <h2 id="yours-title">{t.yours}</h2>
      {mine.length === 0 ? (
        <p>{t.yoursNone}</p>
      ) : (
        <ul>
          {mine.map((entry) => (
            <li>
              <a href={paths.journey(language, place.journey.id, 'learning', 'items', entry.id)}>
                <ItemName entry={entry} learning={learning} language={language} />
              </a>{' '}
              <span class="quiet">
                {t.due(datesOf(learning, lastWeek(entry), language).last)}
                {isLate(entry, learning.week) && ` (${t.isLate})`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Week(props: BoardProps & { week: number }) {
  const { frame, learning, week } = props
  const { language } = frame
  const t = learningMessages[language]
  const shown = learning.entries.filter(({ state }) => state !== 'set-aside')
  const begins = shown.filter(({ firstWeek }) => firstWeek === week)
  const goesOn = shown.filter((entry) => entry.firstWeek < week && lastWeek(entry) >= week && entry.state !== 'prior')
  const hours = learning.byWeek[week - 1] ?? 0
  const isNow = week === learning.week
  const { first, last } = datesOf(learning, week, language)
  return (
    <li class={isNow ? 'week now' : 'week'} id={`week-${week}`} data-week={week}>
      <h3>
        {t.week(week)} <span class="meta">{t.weekDates(first, last)}</span>
        {isNow && <strong class="tag">{t.thisWeek}</strong>}
      </h3>
      {hours > 0 && (
        <p class="quiet">
          {t.weekHours(formatHours(hours, language))}
          {hours > learning.board.weeklyHours + 0.005 &&
            `, ${t.overHours(formatHours(learning.board.weeklyHours, language))}`}
        </p>
      )}
      {goesOn.length > 0 && (
        <ul class="goes-on plain-list">
          {goesOn.map((entry) => (
            <li>
              {t.goesOn(
                plainTitle(entry, learning, language),
                formatHours(entry.parts[week - entry.firstWeek] ?? 0, language),
              )}
            </li>
          ))}
        </ul>
      )}
      {begins.length === 0 ? (
        goesOn.length === 0 && <p class="quiet">{t.nothingBegins}</p>
      ) : (
        <ul class="board-items plain-list">
          {begins.map((entry) => (
            <BoardItem {...props} entry={entry} />
          ))}
        </ul>
      )}
    </li>
  )
}

function More({ frame, place, standing, learning, plans }: Part) {
  const { language } = frame
  const t = learningMessages[language]
  const to = (...rest: string[]) => paths.journey(language, place.journey.id, 'learning', ...rest)
  const { board } = learning
  const links: [boolean, string, string][] = [
    [plans, to('add'), t.addItem],
    [plans && learning.entries.some(isOpen), to('plan-again'), t.planAgain],
    [true, to('calendar'), t.calendar],
    [true, to('board.pdf'), t.pdf],
    [true, to('record'), t.recordLink],
    [
      may('learning.close', standing) && place.journey.stage === 'learning' && !board.closed && !board.doneAt,
      to('close'),
      t.closeLink,
    ],
  ]
  return (
    <section aria-labelledby="more-title" class="no-print">
      <h2 id="more-title">{t.more}</h2>
      {plans && board.undo && (
        <form method="post" action={to('undo')}>
          <input type="hidden" name="version" value={board.version} />
          <p>
            <button type="submit" class="second">
              {t.undo}
            </button>{' '}
            {learning.movedBy && <span class="quiet">{t.undoNote(learning.movedBy)}</span>}
          </p>
        </form>
      )}
      <ul>
        {links
          .filter(([show]) => show)
          .map(([, href, label]) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
      </ul>
    </section>
  )
}
