import { bring } from './self-check/bring.ts'
import type { PageScript } from './self-check/page.ts'
import { profile } from './self-check/profile.ts'
import { review } from './self-check/review.ts'
import { run } from './self-check/run.ts'
import { setUp } from './self-check/set-up.ts'
import { start } from './self-check/start.ts'

// What only one page needs does not weigh on the others; the question page has a script of its own.
const files: PageScript = async (root) => (await import('./self-check/files.ts')).files(root)
const resumeLink: PageScript = async (root) => (await import('./self-check/resume-link.ts')).resumeLink(root)

void run({
  start,
  profile,
  'set-up': setUp,
  review,
  files,
  bring,
  'resume-link': resumeLink,
})
