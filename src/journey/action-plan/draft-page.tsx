import { itemTitle } from '../../content/names.ts'
import { paths } from '../../paths.ts'
import { formatHours } from '../../ui/charts/numbers.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { ErrorSummary } from '../../ui/parts.tsx'
import { findingGroups } from '../../ui/words/findings.ts'
import { listOf } from '../../ui/words/list-of.ts'
import { JourneyFrame } from '../record/index.ts'
import { ActionPlanBody, type Choice } from './body/index.ts'
import { Changes, LastChange, Misfits } from './changes-parts.tsx'
import { originalWords, partName } from './describe.ts'
import { draftMessages } from './draft-messages.ts'
import type { DraftPageProps, PageProps } from './draft-props.ts'
import { Comments, ExpertQuestions } from './talk-parts.tsx'
import { TimeForm } from './time-form.tsx'

/** Before there is a plan to read: who can start it, and what others wait for. */
export function NoPlanPage(props: PageProps & { reason: 'too-early' | 'being-prepared' | 'to-make' }) {
  const { frame, place, standing, reason } = props
  const { language } = frame
  const t = draftMessages[language]
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="draft-plan" title={t.title}>
      {reason === 'too-early' && <p>{t.tooEarly}</p>}
      {reason === 'being-prepared' && <p>{t.beingPrepared}</p>}
      {reason === 'to-make' && (
        <form method="post" action={paths.journey(language, place.journey.id, 'draft-plan', 'make')}>
          <p>{t.makeLead}</p>
          <p class="actions">
            <button type="submit">{t.make}</button>
          </p>
        </form>
      )}
    </JourneyFrame>
  )
}

/** The draft plan: to read, and for whoever may, to change part by part. */
export function DraftPage(props: DraftPageProps) {
  const { frame, place, standing, pack, read, editing, published } = props
  const { language } = frame
  const t = draftMessages[language]
  const { plan, card, changes } = read
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="draft-plan" title={t.title} wide>
      <ErrorSummary errors={props.errors ?? []} language={language} />
      {props.notice && (
        <p class="note" role="status">
          {props.notice}
        </p>
      )}
      <Status {...props} />
      {editing && <LastChange {...props} editing={editing} />}
      {editing && <Misfits {...props} editing={editing} />}
      <Words {...props} part="message" lead />
      {findingGroups(card, pack, language).length > 0 && (
        <section>
          <h2>{t.findingsTitle}</h2>
          <ul class="rows">
            {findingGroups(card, pack, language).map(({ kind, title, names }) => (
              <li>
                <h3>{title}</h3>
                <Words {...props} part={`finding:${kind}`} />
                {names.length > 0 && <p class="quiet">{listOf(names, language)}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {editing && <TimeForm {...props} editing={editing} />}
      <ActionPlanBody
        plan={plan}
        card={card}
        pack={pack}
        language={language}
        slots={{
          edited: changes.edited,
          goal: (id: Choice) => <Words {...props} part={`goal:${id}`} />,
          item: (id: Choice, item: string) => <ItemNote {...props} id={id} item={item} />,
          pathway: (id: Choice) => <PathwayNote {...props} id={id} />,
          priority: (component: string) => <Words {...props} part={`priority:${component}`} onlyOwn />,
        }}
      />
      <section>
        <h2>{t.actionsTitle}</h2>
        <p>{t.actionsLead(props.actions)}</p>
        <p>
          <a href={paths.journey(language, place.journey.id, 'actions')}>{t.actionsLink}</a>
        </p>
      </section>
      <Comments {...props} />
      <ExpertQuestions {...props} />
      {editing && <Changes {...props} editing={editing} />}
      {published && (
        <p class="no-print">
          <a href={paths.journeyDocument(language, place.journey.id, published.documentId)}>{t.documentLink}</a>
        </p>
      )}
    </JourneyFrame>
  )
}

/** Where the draft stands, and the one thing to do with it. */
function Status({ frame, place, published, editing, talk }: DraftPageProps) {
  const { language } = frame
  const t = draftMessages[language]
  const date = published && longDate(dayIn(published.at, talk.timeZone), language)
  const at = (act: string) => paths.journey(language, place.journey.id, 'draft-plan', act)
  const changed = editing?.changedSincePublished === true
  const line =
    published === undefined || date === undefined
      ? t.statusNew
      : changed
        ? t.statusChanged(published.version, date)
        : t.statusPublished(published.version, date)
  return (
    <>
      <p>{line}</p>
      {editing?.renewed && (
        <form method="post" action={at('again')} class="note amber">
          <input type="hidden" name="seen" value={String(editing.seen)} />
          <p>{t.renewed}</p>
          <button type="submit" class="second">
            {t.again}
          </button>
        </form>
      )}
      {editing && (published === undefined || changed) && (
        <form method="post" action={at('publish')} class="no-print">
          <input type="hidden" name="seen" value={String(editing.seen)} />
          <p class="actions">
            <button type="submit">{published === undefined ? t.publish : t.publishAgain}</button>
          </p>
          <p class="hint">{t.publishHint}</p>
        </form>
      )}
    </>
  )
}

/** The words of a part: people's own where there are some, and the way to change them. */
function Words(props: DraftPageProps & { part: string; lead?: boolean; onlyOwn?: boolean }) {
  const { frame, place, pack, read, editing, part, lead, onlyOwn } = props
  const { language } = frame
  const t = draftMessages[language]
  const said = read.changes.words[part]
  const own = said?.[language]
  const [other] = Object.entries(said ?? {})
  const original = originalWords(part, { pack, language, card: read.card, community: place.communityName })
  const paragraph = lead ? 'lead' : undefined
  return (
    <>
      {own !== undefined ? (
        <p class={paragraph}>{own}</p>
      ) : other !== undefined ? (
        <p class={paragraph} lang={other[0]}>
          {other[1]}
        </p>
      ) : (
        !onlyOwn && <p class={paragraph}>{original}</p>
      )}
      {editing && (
        <p class="plan-edit no-print">
          <a
            href={paths.journey(language, place.journey.id, 'draft-plan', 'words', encodeURIComponent(part))}
            aria-label={t.editWordsOf(partName(part, { pack, language }, read.card))}
          >
            {t.editWords}
          </a>
          <ChangedBy {...props} part={part} />
        </p>
      )}
    </>
  )
}

/** "changed by Ada on …", where a person's words stand. */
function ChangedBy({ frame, editing, talk, part }: DraftPageProps & { part: string }) {
  const { language } = frame
  const t = draftMessages[language]
  const entry = editing?.edits.findLast(
    ({ edit }) => edit.kind.startsWith('words') && 'part' in edit && edit.part === part,
  )
  if (entry === undefined || entry.edit.kind !== 'words') return null
  const date = longDate(dayIn(new Date(entry.at), talk.timeZone), language)
  return <span class="quiet"> · {t.changedBy(talk.names.get(entry.by) ?? t.someone, date)}</span>
}

function ItemNote({ frame, place, pack, read, editing, id, item }: DraftPageProps & { id: Choice; item: string }) {
  const { language } = frame
  const t = draftMessages[language]
  const added = read.changes.added[id].includes(item)
  if (!editing) return added ? <p class="plan-edit quiet">{t.putIn}</p> : null
  return (
    <p class="plan-edit no-print">
      <a
        href={paths.journey(language, place.journey.id, 'draft-plan', 'items', id, item)}
        aria-label={`${t.changeItem(itemTitle(pack, item, language))} (${id})`}
      >
        {t.change}
      </a>
      {added && <span class="quiet"> · {t.putIn}</span>}
    </p>
  )
}

function PathwayNote({ frame, place, pack, read, editing, id }: DraftPageProps & { id: Choice }) {
  const { language } = frame
  const t = draftMessages[language]
  const { plan, changes } = read
  const removed = changes.removed[id].map((item) => itemTitle(pack, item, language))
  const { hours } = plan.pathways[id]
  return (
    <>
      {removed.length > 0 && <p class="quiet">{t.takenOut(listOf(removed, language))}</p>}
      {hours > plan.basis.hours && (
        <p class="note amber">{t.overLimit(formatHours(hours, language), formatHours(plan.basis.hours, language))}</p>
      )}
      {editing && (
        <p class="plan-edit no-print">
          <a href={paths.journey(language, place.journey.id, 'draft-plan', 'items', id)}>{t.addItem(id)}</a>
        </p>
      )}
    </>
  )
}
