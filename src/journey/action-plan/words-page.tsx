import type { Pack } from '../../content/schema.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import { paths } from '../../paths.ts'
import { TextArea } from '../../ui/fields.tsx'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import { originalWords, partName } from './describe.ts'
import { draftMessages } from './draft-messages.ts'
import type { PageProps } from './draft-props.ts'

/** The longest text of a part. */
export const longestWords = 1500

/** One part of the plan in people's own words, in the language of the page; the original stays at hand. */
export function WordsPage(
  props: PageProps & {
    pack: Pack
    card: ReportCard
    part: string
    seen: number
    /** As shown in the field. */
    text: string | undefined
    /** There are words of people that can be given up. */
    restorable: boolean
    errors: FieldError[]
  },
) {
  const { frame, place, standing, pack, card, part } = props
  const { language } = frame
  const t = draftMessages[language]
  const original = originalWords(part, { pack, language, card, community: place.communityName })
  const action = paths.journey(language, place.journey.id, 'draft-plan', 'words', encodeURIComponent(part))
  const hidden = <input type="hidden" name="seen" value={String(props.seen)} />
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="draft-plan" title={t.wordsTitle}>
      <ErrorSummary errors={props.errors} language={language} />
      <p class="lead">{partName(part, { pack, language }, card)}</p>
      <h2>{t.wordsOriginal}</h2>
      <p>{original === '' ? t.wordsNone : original}</p>
      <form method="post" action={action}>
        {hidden}
        <TextArea
          name="text"
          label={t.wordsLabel}
          hint={t.wordsHint(t.languages[language])}
          rows={6}
          maxlength={longestWords}
          value={props.text ?? original}
          error={props.errors.find(({ field }) => field === 'text')?.message}
        />
        <p class="actions">
          <button type="submit">{t.editWords}</button>
          <a href={paths.journey(language, place.journey.id, 'draft-plan')}>{t.backToPlan}</a>
        </p>
      </form>
      {props.restorable && (
        <form method="post" action={action}>
          {hidden}
          <button type="submit" name="restore" value="yes" class="second">
            {t.restore}
          </button>
        </form>
      )}
    </JourneyFrame>
  )
}
