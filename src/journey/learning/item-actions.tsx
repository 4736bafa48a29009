import { may, takesChange } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { ItemProps } from './item-page.tsx'
import { learningMessages } from './messages.ts'

/** Actions of the plan that the item marked, and the rule by which a template does. */
export function MarkedActions({ frame, place, standing, learning, entry }: ItemProps) {
  const { language } = frame
  const t = learningMessages[language]
  const marked = learning.marked.filter(({ itemId, undoneAt }) => itemId === entry.id && !undoneAt)
  if (marked.length === 0 && entry.kind !== 'template') return null
  const mayUndo = may('action.edit', standing) && takesChange('action.edit', place.journey)
  return (
    <section aria-labelledby="marked-title">
      <h2 id="marked-title">{t.actionsTitle}</h2>
      {entry.kind === 'template' && <p>{t.actionsTemplate}</p>}
      {marked.length === 0 ? (
        <p>{t.actionsNone}</p>
      ) : (
        <ul class="board-people plain-list">
          {marked.map((one) => (
            <li>
              <a href={paths.journey(language, place.journey.id, 'actions', one.actionId)}>
                {t.actionLine(one.title, t.actionStatuses[one.status] ?? one.status)}
              </a>
              {mayUndo && one.canUndo && (
                <form
                  method="post"
                  action={paths.journey(language, place.journey.id, 'learning', 'actions', one.actionId, 'undo')}
                >
                  <button type="submit" class="plain" aria-label={t.unmarkName(one.title)}>
                    {t.unmark}
                  </button>
                </form>
              )}
              {!one.canUndo && <span class="quiet">{t.unmarkLate}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
