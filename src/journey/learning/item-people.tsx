import { isOpen } from '../../domain/learning/board.ts'
import { paths } from '../../paths.ts'
import { SelectField } from '../../ui/fields.tsx'
import type { ItemProps } from './item-page.tsx'
import { learningMessages } from './messages.ts'

/** Who has an item; the lead and the advisor give it and take it back. */
export function PeopleForms({
  frame,
  place,
  learning,
  entry,
  personId,
  errors,
  plans,
}: ItemProps & { plans: boolean }) {
  const { language } = frame
  const t = learningMessages[language]
  const to = (...rest: string[]) => paths.journey(language, place.journey.id, 'learning', 'items', entry.id, ...rest)
  const active = plans && entry.state !== 'set-aside' && entry.state !== 'prior'
  const others = learning.members.filter((member) => !entry.people.some((share) => share.personId === member.personId))
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title">{t.peopleTitle}</h2>
      {entry.people.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <ul class="board-people plain-list">
          {entry.people.map((share) => (
            <li>
              <span>{t.personState(share.personId === personId ? t.you : share.name, t.shareStates[share.state])}</span>
              {active && (
                <form method="post" action={to('people', share.personId, 'remove')}>
                  <button type="submit" class="plain" aria-label={t.removeName(share.name)}>
                    {t.remove}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {active && entry.people.length === 0 && (
        <form method="post" action={to('state')}>
          <p>
            {t.withoutPeople}{' '}
            <button type="submit" class="second" name="state" value={isOpen(entry) ? 'done' : 'planned'}>
              {isOpen(entry) ? t.itemDone : t.itemNotDone}
            </button>
          </p>
        </form>
      )}
      {active && others.length > 0 && (
        <form method="post" action={to('people')}>
          <SelectField
            name="person"
            label={t.give}
            hint={t.giveHint}
            empty={t.chooseSomeone}
            error={errors.find(({ field }) => field === 'person')?.message}
            options={others.map((member) => ({ value: member.personId, label: member.name }))}
          />
          <button type="submit" class="second">
            {t.giveButton}
          </button>
        </form>
      )}
    </section>
  )
}
