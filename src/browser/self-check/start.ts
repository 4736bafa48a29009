import { basisOf } from '../../self-check/record/basis.ts'
import { withNumbers } from '../../self-check/record/describe-answer.ts'
import { reasonNeeded } from '../../self-check/record/record.ts'
import { askedWithStates, countDone, firstOpen } from './asked.ts'
import { download } from './download.ts'
import { element, onClick, packOf, setText, show, wordsOf } from './page.ts'
import { eraseAll, hasSaved, onOtherChange, readRecord, readUnreadable } from './storage.ts'

/** The way back in, and the way out. */
export function start(root: HTMLElement): void {
  const pack = packOf(root)
  const words = wordsOf<{ goOnCount: string }>(root)
  const facets = pack.facets.map((facet) => facet.id)

  const draw = () => {
    const record = readRecord()
    show('fresh', record === undefined)
    show('begun', record !== undefined)
    show('saved-link', hasSaved())
    show('elsewhere-link', record !== undefined)
    const unreadable = readUnreadable() !== undefined
    show('unreadable', unreadable)
    show('erase', record !== undefined || hasSaved() || unreadable)
    show('erase-ask', false)
    if (record === undefined) return
    const { variant } = basisOf(pack, record)
    const asked = askedWithStates(record, pack.components, facets, { needsReason: reasonNeeded(pack, variant) })
    const open = firstOpen(asked)
    const link = element<HTMLAnchorElement>('go-on')
    if (link && open) link.href = `${link.dataset.to}/${open.id}`
    setText('go-on-count', withNumbers(words.goOnCount, countDone(asked)))
  }

  const ask = (open: boolean) => {
    show('erase-ask', open)
    element('erase-open')?.setAttribute('aria-expanded', String(open))
    element(open ? 'erase-ask' : 'erase-open')?.focus()
  }
  onClick('unreadable-download', () => download('waymark-unreadable.txt', readUnreadable() ?? ''))
  onClick('erase-open', () => ask(true))
  onClick('erase-no', () => ask(false))
  onClick('erase-yes', () => {
    eraseAll()
    draw()
    show('erased', true)
    element('content')?.focus()
  })
  onOtherChange(draw)
  draw()
}
