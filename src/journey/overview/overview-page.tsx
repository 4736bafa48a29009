import { may } from '../../domain/access.ts'
import {
  type Guard,
  isBefore,
  type JourneyFacts,
  stageAfter,
  stageRule,
  stages,
  stagesBack,
  type TimeLine,
  unmetGuards,
} from '../../domain/stages.ts'
import { paths } from '../../paths.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { ErrorSummary, Figure, Table } from '../../ui/parts.tsx'
import { type LearningTotals, learningMessages, progressInWords } from '../learning/index.ts'
import {
  type Journey,
  type JourneyDocument,
  type JourneyEvent,
  JourneyFrame,
  type JourneyFrameProps,
  journeyMessages,
  type Pause,
  recordWords,
  type TeamPerson,
} from '../record/index.ts'
import { guardPage, stagePage } from './guard-pages.ts'
import { overviewMessages } from './messages.ts'
import { type TimeStripValues, timeStrip } from './time-strip.ts'

export type OverviewValues = {
  journey: Journey
  facts: JourneyFacts
  pauses: Pause[]
  entered: TimeStripValues['entered']
  line: TimeLine
  /** Where the pathway has begun. */
  learning: LearningTotals | undefined
  documents: JourneyDocument[]
  decisions: JourneyEvent[]
  team: TeamPerson[]
}

type OverviewProps = Pick<JourneyFrameProps, 'frame' | 'place' | 'standing'> & {
  values: OverviewValues
  now: Date
  timeZone: string
  /** What was asked for in vain, because someone else was first. */
  conflict?: keyof (typeof overviewMessages)['en']['asked'] | undefined
  /** The guards that held a move back. */
  held?: Guard[]
}

/** One page for a journey: where it stands, what is next, who acts, by when; what it left on record; who takes part. */
export function OverviewPage({ values, now, timeZone, conflict, held = [], ...page }: OverviewProps) {
  const { language } = page.frame
  const t = overviewMessages[language]
  const names = journeyMessages[language].stages
  const { journey } = values
  return (
    <JourneyFrame {...page} title={t.title}>
      {conflict && (
        <div class="note amber" role="alert">
          <p>{t.conflict(names[journey.stage])}</p>
          <p>{t.conflictAsked(t.asked[conflict])}</p>
        </div>
      )}
      <ErrorSummary
        language={language}
        errors={held.map((guard) => ({ field: `guard-${guard}`, message: `${t.notYet} – ${t.guards[guard]}` }))}
      />
      <Strip stage={journey.stage} language={language} />
      <StateNote {...{ values, language, timeZone }} />
      <Now {...{ values, language, timeZone }} />
      {values.learning && <LearningLine learning={values.learning} journeyId={journey.id} language={language} />}
      {journey.state === 'active' && <Checklist {...{ ...page, values }} />}
      <Time {...{ values, language, timeZone, now }} />
      <OnRecord {...{ ...page, values, timeZone }} />
      <Team {...{ ...page, values }} />
      <More {...{ ...page, values }} />
    </JourneyFrame>
  )
}

type Part = { values: OverviewValues; language: OverviewProps['frame']['language'] }
type FramedPart = Pick<OverviewProps, 'frame' | 'place' | 'standing' | 'values'>

/** How far the pathway is, with the way to its board. */
function LearningLine(props: { learning: LearningTotals; journeyId: string; language: Part['language'] }) {
  const { language } = props
  const t = learningMessages[language]
  return (
    <section aria-labelledby="learning-title">
      <h2 id="learning-title">{t.overviewTitle}</h2>
      <p>
        {progressInWords(props.learning, language)}{' '}
        <a href={paths.journey(language, props.journeyId, 'learning')}>{t.openBoard}</a>
      </p>
    </section>
  )
}

/** The stages in one line: done, here, to come. */
function Strip({ stage, language }: { stage: Journey['stage']; language: Part['language'] }) {
  const t = overviewMessages[language]
  return (
    <ol class="stage-strip" aria-label={t.strip}>
      {stages.map((one) => {
        const state = one === stage ? 'now' : isBefore(one, stage) ? 'done' : 'to-come'
        return (
          <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span class="name">{journeyMessages[language].stages[one]}</span>{' '}
            <span class={state === 'now' ? 'state' : 'visually-hidden'}>
              {state === 'now' ? t.now : state === 'done' ? t.done : t.toCome}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function StateNote({ values, language, timeZone }: Part & { timeZone: string }) {
  const t = overviewMessages[language]
  const { state } = values.journey
  if (state === 'withdrawn') return <p class="note amber">{t.withdrawn}</p>
  if (state === 'declined') return <p class="note amber">{t.declined}</p>
  const pause = values.pauses.at(-1)
  if (state !== 'paused' || pause === undefined) return null
  return (
    <div class="note amber">
      <p>{t.paused(pause.reason, longDate(dayIn(pause.from, timeZone), language))}</p>
      <p>{pause.expectedOn ? t.expected(longDate(pause.expectedOn, language)) : t.notExpected}</p>
    </div>
  )
}

function Now({ values, language, timeZone }: Part & { timeZone: string }) {
  const t = overviewMessages[language]
  const { journey, line, team } = values
  const { acts } = stageRule(journey.stage)
  const part = stagePage(journey.stage)
  const who = acts
    .filter((role) => !(role === 'advisor' && journey.alone))
    .map((role) => {
      const people = team.filter((one) => one.role === role).map(({ name }) => name)
      return `${t.roles[role]}${language === 'fr' ? '\u00a0' : ''}: ${people.length > 0 ? people.join(', ') : t.nobody}`
    })
  const day = line.dueAt && longDate(dayIn(line.dueAt, timeZone), language)
  const byWhen =
    day === undefined
      ? journey.clockFrom === undefined
        ? t.noDate
        : t.noDateStage
      : line.late
        ? t.late(day)
        : t.due(day)
  return (
    <section aria-labelledby="now-title">
      <h2 id="now-title">{t.nowTitle}</h2>
      <dl class="facts">
        <dt>{t.next}</dt>
        <dd>{t.steps[journey.stage]}</dd>
        {who.length > 0 && (
          <>
            <dt>{t.whoActs}</dt>
            <dd>
              {who.map((one, index) => (
                <>
                  {index > 0 && <br />}
                  {one}
                </>
              ))}
            </dd>
          </>
        )}
        <dt>{t.byWhen}</dt>
        <dd>
          {byWhen}
          {line.week > 0 && !isBefore('final-plan', journey.stage) && (
            <span class="quiet"> ({t.week(line.week, journey.weeks)})</span>
          )}
        </dd>
      </dl>
      {part && journey.state === 'active' && (
        <p class="actions">
          <a class="button" href={paths.journey(language, journey.id, part)}>
            {t.open(
              part === 'actions' ? journeyMessages[language].actions : journeyMessages[language].stages[journey.stage],
            )}
          </a>
        </p>
      )}
    </section>
  )
}

/** What must hold before the journey moves on, each with the page where it is met. */
function Checklist({ values, frame, place, standing }: FramedPart) {
  const { language } = frame
  const t = overviewMessages[language]
  const { journey, facts } = values
  const to = stageAfter(journey.stage)
  const { guards } = stageRule(journey.stage)
  if (to === undefined || guards.length === 0) return null
  const asked = guards.filter((guard) => !(guard === 'advisorNamed' && journey.alone))
  const unmet = unmetGuards(journey.stage, facts)
  const name = journeyMessages[language].stages[to]
  return (
    <section aria-labelledby="checklist-title">
      <h2 id="checklist-title">{t.checklist(name)}</h2>
      <ul class="checklist">
        {asked.map((guard) => {
          const open = unmet.includes(guard)
          const at = { journeyId: journey.id, communityId: place.communityId }
          return (
            <li class={open ? 'open' : 'met'} id={`guard-${guard}`}>
              <span class="state">{open ? t.checkOpen : t.checkDone}</span>
              {open ? <a href={guardPage(guard, at, language)}>{t.guards[guard]}</a> : <span>{t.guards[guard]}</span>}
            </li>
          )
        })}
      </ul>
      {may('journey.move', standing) &&
        (unmet.length > 0 ? (
          <p class="quiet">{t.moveLater}</p>
        ) : (
          <form method="post" action={paths.journey(language, journey.id, 'move')}>
            <input type="hidden" name="version" value={journey.version} />
            <input type="hidden" name="from" value={journey.stage} />
            <p class="actions">
              <button type="submit">{t.move(name)}</button>
            </p>
          </form>
        ))}
    </section>
  )
}

function Time({ values, language, timeZone, now }: Part & { timeZone: string; now: Date }) {
  const t = overviewMessages[language]
  const { journey, pauses, entered } = values
  const { clockFrom } = journey
  const strip = (id: string, narrow: boolean) =>
    clockFrom && timeStrip({ ...journey, clockFrom, pauses, entered }, now, { language, timeZone, id, narrow })
  const wide = strip('time-line', false)
  const narrow = strip('time-line-narrow', true)
  return (
    <section aria-labelledby="time-title">
      <h2 id="time-title">{t.timeTitle}</h2>
      {wide && narrow ? (
        <>
          <p>{t.timeIntro(journey.weeks)}</p>
          <Figure chart={wide} narrow={narrow} language={language} caption={wide.alt} />
        </>
      ) : (
        <p>{t.timeNotYet}</p>
      )}
    </section>
  )
}

function OnRecord({ values, frame, standing, timeZone }: FramedPart & { timeZone: string }) {
  const { language } = frame
  const t = overviewMessages[language]
  const { journey, documents, decisions } = values
  const say = (moment: Date) => longDate(dayIn(moment, timeZone), language)
  return (
    <>
      <section aria-labelledby="documents-title">
        <h2 id="documents-title">{t.documentsTitle}</h2>
        {documents.length === 0 ? (
          <p>{t.noDocuments}</p>
        ) : (
          <>
            <ul>
              {documents.map((one) => (
                <li>
                  <a href={paths.journeyDocument(language, journey.id, one.id)}>
                    {journeyMessages[language].documentKinds[one.kind]}, {t.version(one.version)}
                  </a>{' '}
                  <span class="quiet">{say(one.publishedAt)}</span>
                </li>
              ))}
            </ul>
            <p>
              <a href={paths.journey(language, journey.id, 'documents')}>{t.allDocuments}</a>
            </p>
          </>
        )}
      </section>
      <section aria-labelledby="decisions-title">
        <h2 id="decisions-title">{t.decisionsTitle}</h2>
        {decisions.length === 0 ? (
          <p>{t.noDecisions}</p>
        ) : (
          <Table
            caption={t.decisionsTable}
            hideCaption
            head={[t.when, t.what, t.who]}
            rows={decisions.map((one) => [
              say(one.at),
              recordWords(one.act, one.detail, language),
              one.personName ?? '',
            ])}
          />
        )}
        {may('journey.record', standing) && (
          <p>
            <a href={paths.journey(language, journey.id, 'record')}>{t.wholeRecord}</a>
          </p>
        )}
      </section>
    </>
  )
}

function Team({ values, frame, place, standing }: FramedPart) {
  const { language } = frame
  const t = overviewMessages[language]
  return (
    <section aria-labelledby="team-title">
      <h2 id="team-title">{t.teamTitle}</h2>
      {values.journey.alone && <p>{t.noAdvisor}</p>}
      {values.team.length > 0 && (
        <Table
          caption={t.teamTable}
          hideCaption
          head={[t.person, t.role]}
          rows={values.team.map((one) => [
            one.name,
            one.title ? `${t.roles[one.role]} (${one.title})` : t.roles[one.role],
          ])}
        />
      )}
      {may('community.members', standing) && (
        <p>
          <a href={paths.community(language, place.communityId, 'members')}>{t.manageTeam}</a>
        </p>
      )}
    </section>
  )
}

/** Acts that are rare: they stand at the end and each has a page of its own. */
function More({ values, frame, place, standing }: FramedPart) {
  const { language } = frame
  const t = overviewMessages[language]
  const { journey } = values
  const { state } = journey
  const to = (part: Parameters<typeof paths.journey>[2]) => paths.journey(language, journey.id, part)
  const links: [boolean, string, string][] = [
    [may('journey.go-back', standing) && stagesBack(journey).length > 0, to('back'), t.goBack],
    [may('journey.pause', standing) && state === 'active' && journey.stage !== 'closed', to('pause'), t.pause],
    [may('journey.pause', standing) && state === 'paused', to('resume'), t.resume],
    [may('journey.reopen', standing) && state === 'withdrawn', to('reopen'), t.reopen],
    [may('journey.hand-over', standing) && journey.alone && state === 'active', to('hand-over'), t.handOver],
    [
      may('diagnostic.answer', standing) && state === 'active' && !isBefore('diagnostic', journey.stage),
      to('self-check'),
      t.bringSelfCheck,
    ],
    [may('journey.export', standing), paths.community(language, place.communityId, 'export'), t.takeData],
    [
      may('journey.withdraw', standing) && (state === 'active' || state === 'paused') && journey.stage !== 'closed',
      to('withdraw'),
      t.withdraw,
    ],
  ]
  const shown = links.filter(([show]) => show)
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="more-title">
      <h2 id="more-title">{t.moreTitle}</h2>
      <ul>
        {shown.map(([, href, label]) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
