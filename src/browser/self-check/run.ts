import { element, type PageScript, show } from './page.ts'
import { canStore, readRecord, setUnreadableAside } from './storage.ts'

/** Takes over a page of the self-check: says what stands in the way, runs its script, and opens its fields. */
export async function run(scripts: Record<string, PageScript>): Promise<void> {
  const root = document.getElementById('self-check')
  const script = scripts[root?.dataset.page ?? '']
  if (!root || !script) return
  if (!canStore()) show('save-failed', true)
  setUnreadableAside()
  const record = readRecord()
  show('new-release', record !== undefined && record.release !== root.dataset.release)
  await script(root)
  element('answers')?.removeAttribute('disabled')
  show('needs-script', false)
}
