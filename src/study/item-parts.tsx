import type { Pack } from '../content/schema.ts'
import { say } from '../content/text.ts'
import type { Remaining } from '../domain/learning/completion.ts'
import { paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { Choices } from '../ui/parts.tsx'
import type { CheckPurpose, SentCheck } from './check-store.ts'
import type { Enrolment } from './enrolment-store.ts'
import type { NewerText, Studied } from './load.ts'
import { studyMessages } from './messages.ts'

/** Communities of a learner, and whether each sees their results. */
export type ShareChoice = { communityId: string; name: string; shared: boolean }

export type Checks = Partial<Record<CheckPurpose, SentCheck>>

/** Title of an item of the pack; its id when the pack has none of that name. */
export function titleOf(pack: Pack, id: string, language: Language): string {
  const item = pack.items.find((one) => one.id === id)
  return item ? say(item.title, language).text : id
}

/** Where a template is filled in as the exercise of a lesson; the way back is kept. */
export function exerciseHref(language: Language, template: string, course: string, lesson: string): string {
  return `${paths.study(language, template)}?from=${course}.${lesson}`
}

/** Where a question about an item, or a lesson of it, is asked. */
export function askHref(language: Language, item: string, lesson?: string): string {
  const about = new URLSearchParams({ item, ...(lesson === undefined ? {} : { lesson }) })
  return `${paths.ownSupport(language, 'ask')}?${about}`
}

/** What is left once every lesson is done, beside the check at the end: exercises that were not saved yet. */
export function ExercisesLeft(props: { language: Language; studied: Studied; remaining: Remaining[] }) {
  const { language, studied, remaining } = props
  const t = studyMessages[language]
  const exercises = remaining.filter((one) => one.kind === 'exercise')
  if (exercises.length === 0 || remaining.some(({ kind }) => kind === 'lesson')) return null
  return (
    <>
      <h2>{t.remaining}</h2>
      <ul>
        {exercises.map(({ template, lesson }) => (
          <li>
            <a href={exerciseHref(language, template, studied.item.id, lesson)}>
              {t.exerciseLeft(titleOf(studied.pack, template, language))}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Who was done before their community put it on its pathway has it counted there by saying so. */
export function CountOffer({ language, item }: { language: Language; item: string }) {
  const t = studyMessages[language]
  return (
    <form method="post" action={paths.study(language, item, 'count')} class="note">
      <p>{t.countText}</p>
      <button type="submit" class="second">
        {t.count}
      </button>
    </form>
  )
}

/** The offer to go on with a newer text: what is different, and what stays. Nobody has to take it. */
export function NewerOffer(props: { language: Language; item: string; studied: Studied; newer: NewerText }) {
  const { language, newer, studied } = props
  const t = studyMessages[language]
  const { changes } = newer
  const titles = (body: NewerText['body'] | undefined, ids: string[]) =>
    (body?.kind === 'course' ? body.lessons : [])
      .filter(({ id }) => ids.includes(id))
      .map(({ title }) => say(title, language).text)
      .join(', ')
  const lines = [
    ...(changes.added.length > 0 ? [t.newer.added(titles(newer.body, changes.added))] : []),
    ...(changes.removed.length > 0 ? [t.newer.removed(titles(studied.body, changes.removed))] : []),
    ...(changes.rewritten.length > 0 ? [t.newer.rewritten(titles(newer.body, changes.rewritten))] : []),
    ...(changes.check ? [t.newer.check] : []),
    ...(changes.other ? [t.newer.other] : []),
  ]
  return (
    <section class="note">
      <h2>{t.newerTitle}</h2>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>{t.newerText}</p>
      <form method="post" action={paths.study(language, props.item, 'move-on')}>
        <input type="hidden" name="release" value={newer.release} />
        <button type="submit" class="second">
          {t.moveOn}
        </button>
      </form>
    </section>
  )
}

/** Results before and after, which are the learner's own; showing them to a community is a choice that can be taken back. */
export function Results(props: {
  language: Language
  item: string
  enrolment: Enrolment
  checks: Checks
  shares: ShareChoice[]
}) {
  const { language, item, checks, enrolment } = props
  const t = studyMessages[language]
  const { pre, post } = checks
  if (pre === undefined && post === undefined) return null
  return (
    <section id="results">
      <h2>{t.results}</h2>
      <dl class="facts">
        {(['pre', 'post'] as const).map((purpose) => {
          const check = checks[purpose]
          return (
            check && (
              <>
                <dt>{purpose === 'pre' ? t.before : t.after}</dt>
                <dd>
                  {t.scoreOf(check.right, check.of)}
                  {' · '}
                  <a href={paths.study(language, item, 'check', purpose)}>
                    {t.seeAnswers}
                    <span class="visually-hidden"> ({purpose === 'pre' ? t.before : t.after})</span>
                  </a>
                </dd>
              </>
            )
          )
        })}
      </dl>
      <p>
        <a href={paths.study(language, item, 'check', 'practice')}>{t.practice}</a>
      </p>
      {pre && post && props.shares.length > 0 && (
        <>
          <h3>{t.shareTitle}</h3>
          <p>{t.shareText}</p>
          {props.shares.map((share) => (
            <form method="post" action={paths.study(language, item, 'share')}>
              <input type="hidden" name="community" value={share.communityId} />
              <input type="hidden" name="act" value={share.shared ? 'take-back' : 'share'} />
              <button type="submit" class="second">
                {share.shared ? t.takeBack(share.name) : t.share(share.name)}
              </button>
            </form>
          ))}
        </>
      )}
      {pre && post && (
        <form method="post" action={paths.study(language, item, 'agree')} class="agree">
          <Choices
            name="agreed"
            legend={t.agreeLegend}
            hint={t.agreeHint}
            inline
            choices={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t[value],
              checked: enrolment.agreedToAggregate === (value === 'yes') && enrolment.agreedToAggregate !== undefined,
            }))}
          />
          <button type="submit" class="second">
            {t.save}
          </button>
        </form>
      )}
    </section>
  )
}
