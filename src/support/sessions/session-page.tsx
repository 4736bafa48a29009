import type { Child } from 'hono/jsx'
import { itemTitle, nameOf } from '../../content/names.ts'
import type { CoachingBody, Pack } from '../../content/schema.ts'
import { may, type Standing } from '../../domain/access.ts'
import { When } from '../../journey/interview/index.ts'
import { paths } from '../../paths.ts'
import { CommunityFrame, type Frame, type Place } from '../../people/index.ts'
import { type Language, locales } from '../../platform/languages.ts'
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx'
import { Choices, ErrorSummary, type FieldError, Say } from '../../ui/parts.tsx'
import { DeskPage } from '../desk-frame.tsx'
import { longest } from '../forms.ts'
import { Notice, Written } from '../parts.tsx'
import { sessionMessages } from './messages.ts'
import type { Feedback, Session } from './store.ts'

/** What was typed into one of the page's forms, where it could not be kept. */
export type TypedInSession = {
  notes?: string
  action?: { title: string; due: string; component: string }
  hours?: string
}

export type SessionPageProps = {
  frame: Frame
  standing: Standing
  pack: Pack
  session: Session
  communityName: string
  hostName: string | undefined
  /** Names of the members who take part. */
  people: readonly string[]
  zones: { reader: string; community: string }
  outline: CoachingBody | undefined
  /** On whose side the reader is: the community's pages, or the desk of whoever holds it. */
  side: { kind: 'community'; place: Place; takesPart: boolean } | { kind: 'desk' }
  now: Date
  feedback: Feedback | undefined
  /** Of the action that the form makes: sent twice, it is one. */
  actionKey: string
  typed: TypedInSession
  errors: FieldError[]
  notice?: string | undefined
  conflict?: boolean
}

/** One session: when, with whom, its agenda, its notes and what comes of it. */
export function SessionPage(props: SessionPageProps) {
  const { frame, standing, session, side, errors } = props
  const { language } = frame
  const t = sessionMessages[language]
  const at = addressOf(props)
  const canChange = session.state === 'booked'
  const content = (
    <>
      <ErrorSummary errors={errors} language={language} />
      <Notice text={props.notice} />
      <Notice text={props.conflict ? t.notesConflict : undefined} alert />
      <Facts {...props} />
      {canChange && (
        <p class="actions">
          {side.kind === 'community' && may('session.book', standing) && <a href={at('move')}>{t.moveTitle}</a>}
          <a href={at('cancel')}>{t.cancel}</a>
        </p>
      )}
      {session.state !== 'cancelled' && (
        <>
          <Agenda outline={props.outline} language={language} />
          <Notes {...props} />
          <Actions {...props} />
        </>
      )}
      {side.kind === 'desk' && session.state === 'booked' && <Held {...props} />}
      {side.kind === 'community' && side.takesPart && session.state === 'held' && <FeedbackForm {...props} />}
    </>
  )
  return side.kind === 'desk' ? (
    <DeskPage frame={frame} standing={standing} page="sessions" title={session.topic}>
      {content}
    </DeskPage>
  ) : (
    <CommunityFrame frame={frame} place={side.place} standing={standing} part="support" title={session.topic}>
      {content}
    </CommunityFrame>
  )
}

/** Where the forms of the page go: both sides have the same acts under their own address. */
function addressOf({ frame, side, session }: SessionPageProps): (...rest: string[]) => string {
  return (...rest) =>
    side.kind === 'desk'
      ? paths.desk(frame.language, 'sessions', session.id, ...rest)
      : paths.support(frame.language, session.communityId, 'sessions', session.id, ...rest)
}

const errorIn = (props: SessionPageProps, field: string) => props.errors.find((one) => one.field === field)?.message

function Facts(props: SessionPageProps) {
  const { session, pack, zones } = props
  const { language } = props.frame
  const t = sessionMessages[language]
  const number = new Intl.NumberFormat(locales[language])
  const facts: [string, Child][] = [
    [
      t.whenLabel,
      <>
        <When moment={session.startsAt} zones={zones} language={language} /> ({t.minutes(session.minutes)})
      </>,
    ],
    [t.stateLabel, t.states[session.state]],
    [t.host, props.hostName ?? t.nobody],
    [t.takesPart, props.people.length === 0 ? props.communityName : props.people.join(', ')],
    ...(session.place ? [[t.place, session.place] as [string, Child]] : []),
    ...(session.item
      ? [
          [t.item, <a href={paths.item(language, session.item)}>{itemTitle(pack, session.item, language)}</a>] as [
            string,
            Child,
          ],
        ]
      : []),
    ...(session.reason ? [[t.reason, session.reason] as [string, Child]] : []),
  ]
  return (
    <>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      {session.hours !== undefined && <p>{t.hours(number.format(session.hours))}</p>}
    </>
  )
}

function Agenda({ outline, language }: { outline: CoachingBody | undefined; language: Language }) {
  const t = sessionMessages[language]
  if (outline === undefined) {
    return (
      <>
        <h2>{t.agenda}</h2>
        <p>{t.noAgenda}</p>
      </>
    )
  }
  const list = (texts: CoachingBody['before']) => (
    <ul>
      {texts.map((text) => (
        <li>
          <Say text={text} language={language} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <h2>{t.agenda}</h2>
      <h3>{t.before}</h3>
      {list(outline.before)}
      {outline.blocks.map((block) => (
        <>
          <h3>
            <Say text={block.title} language={language} /> <span class="meta">{t.minutes(block.minutes)}</span>
          </h3>
          {list(block.points)}
        </>
      ))}
      <h3>{t.after}</h3>
      {list(outline.after)}
    </>
  )
}

function Notes(props: SessionPageProps) {
  const { session, typed } = props
  const { language } = props.frame
  const t = sessionMessages[language]
  return (
    <>
      <h2>{t.notes}</h2>
      {props.conflict && (
        <>
          <h3>{t.savedMeanwhile}</h3>
          <Written text={session.notes} from={session.notesLanguage ?? language} language={language} />
        </>
      )}
      <form method="post" action={addressOf(props)('notes')}>
        <input type="hidden" name="version" value={String(session.notesVersion)} />
        <TextArea
          name="notes"
          label={t.notes}
          hint={t.notesHint}
          value={typed.notes ?? session.notes}
          error={errorIn(props, 'notes')}
          rows={8}
        />
        <p class="actions">
          <button type="submit" class="second">
            {t.saveNotes}
          </button>
        </p>
      </form>
    </>
  )
}

function Actions(props: SessionPageProps) {
  const { session, pack, typed } = props
  const { language } = props.frame
  const t = sessionMessages[language]
  const action = typed.action ?? { title: '', due: '', component: '' }
  const lifts = pack.items.find(({ id }) => id === session.item)?.lifts.map(({ component }) => component) ?? []
  const components = [...new Set([...lifts, ...pack.components.map(({ id }) => id)])]
  return (
    <>
      <h2>{t.actions}</h2>
      {session.journeyId === undefined ? (
        <p>{t.noPlan}</p>
      ) : (
        <>
          <p>
            {t.actionsLead}{' '}
            {props.side.kind === 'community' && (
              <a href={paths.journey(language, session.journeyId, 'actions')}>{t.seeActions}</a>
            )}
          </p>
          <form method="post" action={addressOf(props)('actions')}>
            <input type="hidden" name="id" value={props.actionKey} />
            <TextField
              name="title"
              label={t.actionTitle}
              value={action.title}
              error={errorIn(props, 'title')}
              maxlength={longest.line}
            />
            <TextField
              name="due"
              type="date"
              label={t.actionDue}
              hint={t.actionDueHint}
              value={action.due}
              error={errorIn(props, 'due')}
            />
            <SelectField
              name="component"
              label={t.actionComponent}
              value={action.component}
              empty={t.noComponent}
              options={components.map((id) => ({ value: id, label: nameOf(pack.components, id, language) }))}
            />
            <p class="actions">
              <button type="submit" class="second">
                {t.addAction}
              </button>
            </p>
          </form>
        </>
      )}
    </>
  )
}

function Held(props: SessionPageProps) {
  const { language } = props.frame
  const t = sessionMessages[language]
  const usual = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 }).format(
    props.session.minutes / 60,
  )
  return (
    <>
      <h2>{t.held}</h2>
      <p>{props.session.startsAt > props.now ? t.tooEarly : t.heldLead}</p>
      {props.session.startsAt <= props.now && (
        <form method="post" action={addressOf(props)('held')}>
          <TextField
            name="hours"
            label={t.heldHours}
            hint={t.heldHoursHint}
            inputmode="decimal"
            value={props.typed.hours ?? usual}
            error={errorIn(props, 'hours')}
          />
          <p class="actions">
            <button type="submit">{t.markHeld}</button>
          </p>
        </form>
      )}
    </>
  )
}

function FeedbackForm(props: SessionPageProps) {
  const { language } = props.frame
  const t = sessionMessages[language]
  const asked = ['useful', 'clear', 'nextStep'] as const
  return (
    <>
      <h2>{t.feedback}</h2>
      <p>{t.feedbackLead}</p>
      <form method="post" action={addressOf(props)('feedback')}>
        {asked.map((name) => (
          <Choices
            name={name}
            legend={t[name]}
            error={errorIn(props, name)}
            inline
            choices={t.scale.map((label, index) => ({
              value: String(index + 1),
              label,
              checked: props.feedback?.[name] === index + 1,
            }))}
          />
        ))}
        <p class="actions">
          <button type="submit" class="second">
            {t.sendFeedback}
          </button>
        </p>
      </form>
    </>
  )
}

/** Asks once more before a session is cancelled, since everyone is told. */
export function CancelSessionPage(props: SessionPageProps) {
  const { frame, standing, session, side } = props
  const { language } = frame
  const t = sessionMessages[language]
  const at = addressOf(props)
  const content = (
    <>
      <p class="lead">
        <When moment={session.startsAt} zones={props.zones} language={language} />
      </p>
      <p>{t.cancelLead}</p>
      <form method="post" action={at('cancel')}>
        <TextField name="reason" label={t.reason} hint={t.reasonHint} maxlength={300} />
        <p class="actions">
          <button type="submit">{t.cancel}</button>
          <a href={at()}>{t.keep}</a>
        </p>
      </form>
    </>
  )
  return side.kind === 'desk' ? (
    <DeskPage frame={frame} standing={standing} page="sessions" title={t.cancelTitle}>
      {content}
    </DeskPage>
  ) : (
    <CommunityFrame frame={frame} place={side.place} standing={standing} part="support" title={t.cancelTitle}>
      {content}
    </CommunityFrame>
  )
}
