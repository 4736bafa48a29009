import { element, onClick, show } from './page.ts'

/** The button that copies the private link. */
export function copyLink(): void {
  show('copy-link', true)
  onClick('copy-link', async () => {
    const field = element<HTMLInputElement>('private-link')
    const copied = await navigator.clipboard?.writeText(field?.value ?? '').then(
      () => true,
      () => false,
    )
    show('copied', copied === true)
    show('copy-failed', copied !== true)
    if (!copied) field?.select()
  })
}
