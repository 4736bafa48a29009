import { soundRecord } from '../../self-check/record/sound-record.ts'
import { copyLink } from './copy-link.ts'
import { element, onClick, show } from './page.ts'
import { readRecord, replaceRecord } from './storage.ts'

/** Under a private link: a copy of the answers to this device, when the person asks for it. */
export function bring(): void {
  copyLink()
  show('bring', true)
  show('bring-replaces', readRecord() !== undefined)
  onClick('bring-button', async () => {
    const address = element('bring')?.dataset.record ?? ''
    const sent: unknown = await fetch(address)
      .then((answer) => (answer.ok ? answer.json() : undefined))
      .catch(() => undefined)
    const record = soundRecord(sent)
    const done = record !== undefined && replaceRecord(record)
    show('bring-failed', !done)
    show('bring-done', done)
    show('bring-replaces', false)
  })
}
