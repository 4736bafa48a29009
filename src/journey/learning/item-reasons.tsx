import { may, takesChange } from '../../domain/access.ts'
import { isOpen } from '../../domain/learning/board.ts'
import { paths } from '../../paths.ts'
import { TextArea } from '../../ui/fields.tsx'
import { listOf } from '../../ui/words/list-of.ts'
import type { ItemProps } from './item-page.tsx'
import { learningMessages } from './messages.ts'

/** What needs a reason: prior learning, setting aside; and bringing back what was. */
export function ReasonForms(props: ItemProps & { plans: boolean; dependents: string[] }) {
  const { frame, place, standing, learning, entry, errors, typed, plans } = props
  const { language } = frame
  const t = learningMessages[language]
  const to = (...rest: string[]) => paths.journey(language, place.journey.id, 'learning', 'items', entry.id, ...rest)
  const version = <input type="hidden" name="version" value={learning.board.version} />
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  if (entry.state === 'prior' || entry.state === 'set-aside') {
    return plans ? (
      <form method="post" action={to('bring-back')}>
        {version}
        <p class="actions">
          <button type="submit" class="second">
            {t.bringBack}
          </button>
        </p>
      </form>
    ) : null
  }
  const priors = may('learning.prior', standing) && takesChange('learning.prior', place.journey) && isOpen(entry)
  return (
    <>
      {priors && (
        <details class="no-print" open={errorOf('prior') !== undefined}>
          <summary>{t.priorTitle}</summary>
          <form method="post" action={to('prior')}>
            {version}
            <p>{t.priorLead}</p>
            <TextArea
              name="prior"
              label={t.priorReason}
              hint={t.priorHint}
              rows={3}
              maxlength={600}
              value={typed?.prior}
              error={errorOf('prior')}
            />
            <button type="submit" class="second">
              {t.priorButton}
            </button>
          </form>
        </details>
      )}
      {plans && isOpen(entry) && (
        <details class="no-print" open={errorOf('aside') !== undefined}>
          <summary>{t.asideFormTitle}</summary>
          <form method="post" action={to('aside')}>
            {version}
            <p>{t.asideLead}</p>
            {props.dependents.length > 0 && <p>{t.asideDependents(listOf(props.dependents, language))}</p>}
            <TextArea
              name="aside"
              label={t.asideReason}
              rows={3}
              maxlength={600}
              value={typed?.aside}
              error={errorOf('aside')}
            />
            <button type="submit" class="second">
              {t.asideButton}
            </button>
          </form>
        </details>
      )}
    </>
  )
}
