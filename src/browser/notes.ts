// Saves notes beside a lesson while they are written. The form works without it.
import { autosave } from './saving/autosave.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) autosave(form)
