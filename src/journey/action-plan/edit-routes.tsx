import { type Context, Hono } from 'hono'
import { hasPart, openProblems, standingEdits } from '../../domain/plan-edits.ts'
import { change } from '../../domain/plan-edits-items.ts'
import type { EditEntry, PathwayId, PlanEdit } from '../../domain/plan-edits-types.ts'
import { figuresOf, itemCandidates } from '../../domain/plan-effect.ts'
import { paths } from '../../paths.ts'
import { asPerson, frameOf, type JourneyEnvironment, namesOf, type RoomDependencies } from '../../people/index.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { type PostedForm, readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import { recordEvent } from '../record/index.ts'
import { ConflictPage } from './conflict-page.tsx'
import { describeEdit } from './describe.ts'
import { draftMessages } from './draft-messages.ts'
import { addEdits, lockDraft, updateWorkedOut } from './draft-store.ts'
import { conflictsWith, readItemEdit, readTime, readWords, seenIn } from './edit-forms.ts'
import { ItemsPage } from './items-page.tsx'
import { type Draft, draftOf, findDraft, hashOf, shownTo } from './load.ts'
import { WordsPage } from './words-page.tsx'

type EditContext = Context<JourneyEnvironment>
type Rejected = { errors: FieldError[]; typed: Record<string, string> }

/** Draws the page of the plan again with what was typed and why it cannot be used. */
export type DrawPlan = (c: EditContext, given: Rejected) => Promise<Response>

/** Changes to a draft plan: words, items, hours and weeks, and taking a change back. */
export function editRoutes(deps: RoomDependencies, drawPlan: DrawPlan) {
  const { db, now, asset, guard } = deps
  const parts = (c: EditContext) => ({ frame: frameOf(c, asset), place: c.var.place, standing: c.var.standing })
  const home = (c: EditContext, ...rest: string[]) =>
    paths.journey(c.var.language, c.var.place.journey.id, 'draft-plan', ...rest)

  const load = async (c: EditContext): Promise<Draft> => {
    const draft = await findDraft(deps, c.var.actor, c.var.place.journey.id)
    if (draft === undefined) throw new NotFoundError()
    return draft
  }

  /** What the person who edits may see: a lead alone sees no more than the community does. */
  const shown = (c: EditContext, draft: Draft) =>
    shownTo(c.var.standing.community.includes('advisor') ? 'advisor' : 'community', draft.sources, draft.edited.plan)

  const conflict = async (
    c: EditContext,
    draft: Draft,
    given: { edit: PlanEdit; theirs: EditEntry[]; action: string; form: PostedForm },
  ) => {
    const { language, actor } = c.var
    const { card } = shown(c, draft)
    const { pack } = draft.sources
    const names = await asPerson(db, actor, (tx) =>
      namesOf(
        tx,
        draft.kept.edits.map(({ by }) => by),
      ),
    )
    const fields = Object.fromEntries(Object.keys(given.form).map((name) => [name, textIn(given.form, name)]))
    return c.html(
      documentOf(
        <ConflictPage
          {...parts(c)}
          pack={pack}
          card={card}
          yours={describeEdit(given.edit, { pack, language, card })}
          text={given.edit.kind === 'words' ? given.edit.text : undefined}
          theirs={given.theirs}
          entries={draft.kept.edits}
          names={names}
          timeZone={actor.timeZone}
          action={given.action}
          fields={{ ...fields, seen: String(draft.kept.edits.length) }}
        />,
      ),
      409,
    )
  }

  /**
   * Lays a change over the draft and keeps it with what it does. Nothing is kept when it does not fit, when the form was sent before,
   * or when someone changed the same thing since the form was made.
   */
  const keep = async (
    c: EditContext,
    draft: Draft,
    given: {
      edit: PlanEdit
      form: PostedForm
      action: string
      reject: (errors: FieldError[]) => Response | Promise<Response>
    },
  ): Promise<Response> => {
    const { actor, place, language } = c.var
    const { edit, form, action } = given
    const t = draftMessages[language]
    const seen = seenIn(form)
    const { kept } = draft
    const last = kept.edits.at(-1)
    const again = last !== undefined && 'edit' in last && last.by === actor.personId && same(last.edit, edit)
    if (again && seen === kept.edits.length - 1) return c.redirect(home(c), 303)
    const theirs = conflictsWith(edit, seen < 0 ? kept.edits : kept.edits.slice(seen), kept.edits)
    if (theirs.length > 0) return conflict(c, draft, { edit, theirs, action, form })
    const entry = { n: kept.edits.length + 1, by: actor.personId, at: now().toISOString(), edit }
    const after = await draftOf(deps, draft.sources, kept, [...kept.edits, entry])
    const outcome = after.edited.outcomes.find(({ n }) => n === entry.n)
    if (outcome?.state === 'does-not-fit') {
      const field = edit.kind === 'item-moved' ? 'week' : edit.kind === 'words' ? 'text' : 'by'
      return given.reject([{ field, message: t.refused(t.misfits[outcome.why]) }])
    }
    const effect = { before: figuresOf(draft.edited.plan), after: figuresOf(after.edited.plan) }
    const saved = await asPerson(db, actor, async (tx) => {
      const locked = await lockDraft(tx, place.journey.id)
      if (locked === undefined || locked.edits.length !== kept.edits.length) return false
      await addEdits(tx, locked, [{ ...entry, effect }])
      if (after.renewed) {
        await updateWorkedOut(tx, {
          journeyId: place.journey.id,
          basis: draft.sources.basis,
          requestHash: hashOf(after.edited.request),
          solution: after.edited.solution,
          engine: after.edited.engine,
          at: now(),
          by: actor.personId,
        })
      }
      const part = 'part' in edit ? { part: edit.part } : {}
      await recordEvent(tx, {
        communityId: place.communityId,
        journeyId: place.journey.id,
        personId: actor.personId,
        act: 'action-plan.changed',
        at: now(),
        detail: { kind: edit.kind, n: entry.n, ...part, ...('item' in edit ? { item: edit.item } : {}) },
      })
      return true
    })
    if (saved) return c.redirect(home(c), 303)
    const newer = await load(c)
    return conflict(c, newer, { edit, theirs: newer.kept.edits.slice(kept.edits.length), action, form })
  }

  const wordsPage = (c: EditContext, draft: Draft, part: string, rejected?: Rejected) => {
    const { card } = shown(c, draft)
    const own = draft.edited.words[part]?.[c.var.language]
    return c.html(
      documentOf(
        <WordsPage
          {...parts(c)}
          pack={draft.sources.pack}
          card={card}
          part={part}
          seen={draft.kept.edits.length}
          text={rejected?.typed.text ?? own}
          restorable={own !== undefined}
          errors={rejected?.errors ?? []}
        />,
      ),
      rejected ? 422 : 200,
    )
  }

  const itemsPage = (c: EditContext, draft: Draft, pathway: PathwayId, id: string | undefined, rejected?: Rejected) => {
    const { sources, edited, kept } = draft
    const { plan, card } = shown(c, draft)
    const item = id === undefined ? undefined : plan.pathways[pathway].items.find((one) => one.item === id)
    if (id !== undefined && item === undefined) return c.redirect(home(c), 303)
    const input = { pack: sources.pack, card: sources.card, basis: edited.basis }
    const current = edited.plan.pathways[pathway].items.map((one) => one.item)
    const without =
      id === undefined
        ? undefined
        : change(openProblems(input)[pathway], new Set(current), new Set(), new Set(current), { out: id })
    return c.html(
      documentOf(
        <ItemsPage
          {...parts(c)}
          pack={sources.pack}
          pathway={pathway}
          item={item}
          leaving={without?.ok ? without.along : []}
          weeks={edited.basis.weeks}
          hoursLimit={edited.basis.hours}
          candidates={itemCandidates(input, {
            pathway,
            current,
            removed: removedBy(kept.edits, pathway),
            ...(id === undefined ? {} : { instead: id }),
          })}
          withheld={card.withheld !== undefined}
          seen={kept.edits.length}
          errors={rejected?.errors ?? []}
          {...(rejected ? { typed: rejected.typed } : {})}
        />,
      ),
      rejected ? 422 : 200,
    )
  }

  const pathwayIn = (c: EditContext): PathwayId => {
    const { pathway } = c.req.param() as { pathway?: string }
    if (pathway !== 'A' && pathway !== 'B') throw new NotFoundError()
    return pathway
  }

  const partIn = (c: EditContext, draft: Draft): string => {
    const { part = '' } = c.req.param() as { part?: string }
    if (!hasPart(draft.edited.plan, draft.sources.card, part)) throw new NotFoundError()
    return part
  }

  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/draft-plan/words/:part', guard('draft-plan.edit'), async (c) => {
      const draft = await load(c)
      return wordsPage(c, draft, partIn(c, draft))
    })

    .post('/journeys/:journey/draft-plan/words/:part', guard('draft-plan.edit'), async (c) => {
      const form = await readForm(c.req)
      const draft = await load(c)
      const part = partIn(c, draft)
      const read = readWords(form, part, c.var.language)
      const reject = (errors: FieldError[]) =>
        wordsPage(c, draft, part, { errors, typed: { text: textIn(form, 'text') } })
      if (!read.ok) return reject(read.errors)
      return keep(c, draft, { edit: read.edit, form, action: home(c, 'words', encodeURIComponent(part)), reject })
    })

    .get('/journeys/:journey/draft-plan/items/:pathway', guard('draft-plan.edit'), async (c) =>
      itemsPage(c, await load(c), pathwayIn(c), undefined),
    )

    .get('/journeys/:journey/draft-plan/items/:pathway/:item', guard('draft-plan.edit'), async (c) =>
      itemsPage(c, await load(c), pathwayIn(c), c.req.param('item')),
    )

    .post('/journeys/:journey/draft-plan/items', guard('draft-plan.edit'), async (c) => {
      const form = await readForm(c.req)
      const draft = await load(c)
      const read = readItemEdit(form, draft.edited.basis.weeks, c.var.language)
      const pathway: PathwayId = textIn(form, 'pathway') === 'B' ? 'B' : 'A'
      const item = textIn(form, 'item') || undefined
      const typed = { week: textIn(form, 'week') || '1', by: textIn(form, 'by') }
      const reject = (errors: FieldError[]) => itemsPage(c, draft, pathway, item, { errors, typed })
      if (!read.ok) return reject(read.errors)
      return keep(c, draft, { edit: read.edit, form, action: home(c, 'items'), reject })
    })

    .post('/journeys/:journey/draft-plan/time', guard('draft-plan.edit'), async (c) => {
      const form = await readForm(c.req)
      const draft = await load(c)
      const read = readTime(form, c.var.language)
      const typed = { hours: textIn(form, 'hours'), weeks: textIn(form, 'weeks') }
      const reject = (errors: FieldError[]) => drawPlan(c, { errors, typed })
      if (!read.ok) return reject(read.errors)
      return keep(c, draft, { edit: read.edit, form, action: home(c, 'time'), reject })
    })

    .post('/journeys/:journey/draft-plan/undo', guard('draft-plan.edit'), async (c) => {
      const form = await readForm(c.req)
      const draft = await load(c)
      const { actor, place } = c.var
      const n = Number(textIn(form, 'n'))
      const standing = standingEdits(draft.kept.edits).find((entry) => entry.n === n)
      // Taken back already, here or in another tab: the plan shows how it is.
      if (standing === undefined) return c.redirect(home(c), 303)
      const theirs = conflictsWith(standing.edit, draft.kept.edits.slice(Math.max(0, seenIn(form))), draft.kept.edits)
      if (seenIn(form) < 0 || theirs.length > 0) {
        return conflict(c, draft, { edit: standing.edit, theirs, action: home(c, 'undo'), form })
      }
      const entry: EditEntry = {
        n: draft.kept.edits.length + 1,
        by: actor.personId,
        at: now().toISOString(),
        undoes: n,
      }
      const { edited, renewed } = await draftOf(deps, draft.sources, draft.kept, [...draft.kept.edits, entry])
      await asPerson(db, actor, async (tx) => {
        const locked = await lockDraft(tx, place.journey.id)
        if (locked === undefined || locked.edits.length !== draft.kept.edits.length) return
        await addEdits(tx, locked, [entry])
        if (renewed) {
          await updateWorkedOut(tx, {
            journeyId: place.journey.id,
            basis: draft.sources.basis,
            requestHash: hashOf(edited.request),
            solution: edited.solution,
            engine: edited.engine,
            at: now(),
            by: actor.personId,
          })
        }
        await recordEvent(tx, {
          communityId: place.communityId,
          journeyId: place.journey.id,
          personId: actor.personId,
          act: 'action-plan.change-undone',
          at: now(),
          detail: { n },
        })
      })
      return c.redirect(`${home(c)}?done=undone`, 303)
    })
}

const same = (a: PlanEdit, b: PlanEdit) => JSON.stringify(a) === JSON.stringify(b)

/** What people took out of a pathway and did not put back. */
function removedBy(entries: readonly EditEntry[], pathway: PathwayId): string[] {
  const removed = new Set<string>()
  for (const { edit } of standingEdits(entries)) {
    if (!('pathway' in edit) || edit.pathway !== pathway) continue
    if (edit.kind === 'item-removed' || edit.kind === 'item-swapped') removed.add(edit.item)
    if (edit.kind === 'item-added') removed.delete(edit.item)
    if (edit.kind === 'item-swapped') removed.delete(edit.by)
  }
  return [...removed]
}
