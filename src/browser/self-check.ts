import { bring } from './self-check/bring.ts'
import { element, type PageScript, show } from './self-check/page.ts'
import { profile } from './self-check/profile.ts'
import { question } from './self-check/question.ts'
import { resumeLink } from './self-check/resume-link.ts'
import { review } from './self-check/review.ts'
import { setUp } from './self-check/set-up.ts'
import { start } from './self-check/start.ts'
import { canStore, readRecord } from './self-check/storage.ts'

// Reading a file needs the whole reader of answers files; only that page waits for it.
const files: PageScript = async (root) => (await import('./self-check/files.ts')).files(root)

const scripts: Record<string, PageScript> = {
  start,
  profile,
  'set-up': setUp,
  question,
  review,
  files,
  bring,
  'resume-link': resumeLink,
}

const root = document.getElementById('self-check')
const script = scripts[root?.dataset.page ?? '']
if (root && script) void run(root, script)

async function run(root: HTMLElement, script: PageScript): Promise<void> {
  if (!canStore()) show('save-failed', true)
  const record = readRecord()
  show('new-release', record !== undefined && record.release !== root.dataset.release)
  await script(root)
  element('answers')?.removeAttribute('disabled')
  show('needs-script', false)
}
