import type { Pack } from '../../content/schema.ts'
import type { EditEntry } from '../../domain/plan-edits-types.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import { paths } from '../../paths.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { JourneyFrame } from '../record/index.ts'
import { describeEdit } from './describe.ts'
import { draftMessages } from './draft-messages.ts'
import type { PageProps } from './draft-props.ts'

/** Two people changed the same thing: both changes side by side, and nothing saved until someone decides. */
export function ConflictPage(
  props: PageProps & {
    pack: Pack
    card: ReportCard
    yours: string
    /** Longer words that were typed, so that nothing is lost. */
    text?: string | undefined
    theirs: EditEntry[]
    entries: readonly EditEntry[]
    names: ReadonlyMap<string, string>
    timeZone: string
    /** The form that was sent, to send again. */
    action: string
    fields: Record<string, string>
  },
) {
  const { frame, place, standing, pack, card, entries } = props
  const { language } = frame
  const t = draftMessages[language]
  const say = (entry: EditEntry): { what: string; text?: string } => {
    if ('edit' in entry) {
      const { edit } = entry
      return {
        what: describeEdit(edit, { pack, language, card }),
        ...(edit.kind === 'words' ? { text: edit.text } : {}),
      }
    }
    const undone = entries.find(({ n }) => n === entry.undoes)
    const of = undone && 'edit' in undone ? describeEdit(undone.edit, { pack, language, card }) : ''
    return { what: `${t.undo} (${of})` }
  }
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="draft-plan" title={t.conflictTitle}>
      <p class="lead">{t.conflictLead}</p>
      <h2>{t.yours}</h2>
      <p>{props.yours}</p>
      {props.text !== undefined && <blockquote>{props.text}</blockquote>}
      <h2>{t.theirs}</h2>
      <ul>
        {props.theirs.map((entry) => {
          const { what, text } = say(entry)
          const date = longDate(dayIn(new Date(entry.at), props.timeZone), language)
          return (
            <li>
              {what}, {t.changedBy(props.names.get(entry.by) ?? t.someone, date)}
              {text !== undefined && <blockquote>{text}</blockquote>}
            </li>
          )
        })}
      </ul>
      <form method="post" action={props.action}>
        {Object.entries(props.fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="actions">
          <button type="submit">{t.saveAnyway}</button>
          <a href={paths.journey(language, place.journey.id, 'draft-plan')}>{t.backToPlan}</a>
        </p>
      </form>
    </JourneyFrame>
  )
}
