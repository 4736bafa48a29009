import type { Item } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import type { Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { ProgramFrame } from '../../program/index.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { SelectField } from '../../ui/fields.tsx'
import { ErrorSummary, Say, Table } from '../../ui/parts.tsx'
import { itemKindWords } from '../../ui/words/item-kinds.ts'
import { programLibraryMessages } from './messages.ts'
import type { AddedItem, Publication } from './store.ts'

type Common = { frame: Frame; standing: Standing }

/** How the library stands towards what visitors see. */
export type LibraryState = {
  last: Publication | undefined
  /** There is something that visitors do not see yet. */
  waiting: boolean
  /** The pack that ships is not the one it was published with. */
  baseChanged: boolean
  /** New journeys begin with another release. */
  otherInUse: boolean
}

/** What the program adds and hides, and how that stands. */
export function LibraryPage(
  props: Common & {
    timeZone: string
    state: LibraryState
    added: AddedItem[]
    hidden: Item[]
    /** Items that could be hidden. */
    shipped: Item[]
    done: string | undefined
    error: string | undefined
  },
) {
  const { frame, standing, state, added, hidden, error } = props
  const { language } = frame
  const t = programLibraryMessages[language]
  const to = (...rest: string[]) => paths.program(language, 'library', ...rest)
  return (
    <ProgramFrame frame={frame} standing={standing} part="library" title={t.title}>
      <ErrorSummary errors={error ? [{ field: 'item', message: error }] : []} language={language} />
      {props.done && t.done[props.done] && (
        <p class="note" role="status">
          {t.done[props.done]}
        </p>
      )}
      <p>{t.lead}</p>
      <h2>{t.state}</h2>
      <State frame={frame} state={state} timeZone={props.timeZone} isEmpty={added.length + hidden.length === 0} />
      <h2>{t.added}</h2>
      {added.length === 0 ? (
        <p>{t.noneAdded}</p>
      ) : (
        <Table
          caption={t.added}
          hideCaption
          head={[t.item, t.kind, t.source, t.acts]}
          rows={added.map(({ item, body }) => {
            const of = <span class="visually-hidden"> {say(item.title, language).text}</span>
            return [
              <Say text={item.title} language={language} />,
              itemKindWords[language][item.kind],
              t.sources[body.kind],
              <>
                <a href={to('items', item.id)}>
                  {t.edit}
                  {of}
                </a>
                {' · '}
                <a href={to('items', item.id, 'preview')}>
                  {t.preview}
                  {of}
                </a>
                {' · '}
                <a href={to('items', item.id, 'remove')}>
                  {t.remove}
                  {of}
                </a>
              </>,
            ]
          })}
        />
      )}
      <p class="actions">
        <a class="button second" href={to('new', 'link')}>
          {t.addLink}
        </a>
        <a class="button second" href={to('new', 'file')}>
          {t.addFile}
        </a>
        <a class="button second" href={to('new', 'package')}>
          {t.addPackage}
        </a>
      </p>
      <h2>{t.hidden}</h2>
      {hidden.length === 0 ? (
        <p>{t.noneHidden}</p>
      ) : (
        <ul class="rows">
          {hidden.map((item) => (
            <li>
              <form method="post" action={to('show')}>
                <input type="hidden" name="item" value={item.id} />
                <Say text={item.title} language={language} />{' '}
                <button type="submit" class="plain">
                  {t.showAgain}
                  <span class="visually-hidden"> {say(item.title, language).text}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <h2>{t.hideTitle}</h2>
      <form method="post" action={to('hide')}>
        <SelectField
          name="item"
          label={t.hideWhich}
          hint={t.hideHint}
          error={error}
          empty={t.hideEmpty}
          options={props.shipped.map((item) => ({ value: item.id, label: say(item.title, language).text }))}
        />
        <p class="actions">
          <button type="submit" class="second">
            {t.hide}
          </button>
        </p>
      </form>
    </ProgramFrame>
  )
}

function State(props: { frame: Frame; state: LibraryState; timeZone: string; isEmpty: boolean }) {
  const { language } = props.frame
  const { last, waiting, baseChanged, otherInUse } = props.state
  const t = programLibraryMessages[language]
  return (
    <>
      {waiting ? (
        <p>{t.waiting}</p>
      ) : (
        <p>{last && !props.isEmpty ? t.published(longDate(dayIn(last.at, props.timeZone), language)) : t.untouched}</p>
      )}
      {baseChanged && <p>{t.baseChanged}</p>}
      {otherInUse && <p>{t.otherInUse}</p>}
      {(waiting || baseChanged || otherInUse) && (
        <p class="actions">
          <a class="button" href={paths.program(language, 'library', 'publish')}>
            {t.goPublish}
          </a>
        </p>
      )}
    </>
  )
}

/** What publishing would do, or what stands in its way. */
export function PublishPage(
  props: Common & { added: AddedItem[]; hidden: Item[]; problems: string[]; nothingNew: boolean },
) {
  const { frame, standing, added, hidden, problems } = props
  const { language } = frame
  const t = programLibraryMessages[language]
  const list = (items: Item[]) => (
    <ul>
      {items.map((item) => (
        <li>
          <Say text={item.title} language={language} />
        </li>
      ))}
    </ul>
  )
  return (
    <ProgramFrame frame={frame} standing={standing} part="library" title={t.publishTitle}>
      {problems.length > 0 && (
        <section class="error-summary" role="alert">
          <h2>{t.problems(problems.length)}</h2>
          <ul>
            {problems.slice(0, 100).map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
        </section>
      )}
      <p>{t.publishLead}</p>
      <h2>{t.willAdd(added.length)}</h2>
      {added.length > 0 && list(added.map(({ item }) => item))}
      <h2>{t.willHide(hidden.length)}</h2>
      {hidden.length > 0 && list(hidden)}
      {props.nothingNew ? (
        <p>{t.nothingNew}</p>
      ) : (
        problems.length === 0 && (
          <form method="post" action={paths.program(language, 'library', 'publish')}>
            <p class="hint">{t.undo}</p>
            <p class="actions">
              <button type="submit">{t.publish}</button>
            </p>
          </form>
        )
      )}
      <p>
        <a href={paths.program(language, 'library')}>{t.back}</a>
      </p>
    </ProgramFrame>
  )
}

/** Asks once more before an item is taken out. */
export function RemoveItemPage({ frame, standing, item }: Common & { item: Item }) {
  const { language } = frame
  const t = programLibraryMessages[language]
  return (
    <ProgramFrame
      frame={frame}
      standing={standing}
      part="library"
      title={t.removeTitle(say(item.title, language).text)}
    >
      <p>{t.removeText}</p>
      <form method="post" action={paths.program(language, 'library', 'items', item.id, 'remove')}>
        <p class="actions">
          <button type="submit">{t.removeYes}</button>
          <a href={paths.program(language, 'library')}>{t.cancel}</a>
        </p>
      </form>
    </ProgramFrame>
  )
}
