import type { Page } from '@playwright/test'
import { keepingMessages } from '../../src/self-check/keeping-messages.ts'
import { selfCheckMessages } from '../../src/self-check/messages.ts'

export const words = { ...selfCheckMessages, keeping: keepingMessages }

/** A level of a facet, by its place among the choices; labels are what people press. */
export function level(page: Page, name: string, value: number | string) {
  return page.locator(`input[name="${name}"][value="${value}"]`)
}

/** The core components of the shipped pack, in order: what the short form asks. */
export const shortForm = [
  'local-needs-first',
  'decision-roles',
  'data-literacy',
  'staffing-continuity',
  'lifetime-funding',
  'resident-engagement',
  'partnerships',
  'data-inventory',
  'data-quality',
  'privacy-protection',
  'cyber-security',
  'indigenous-data-sovereignty',
  'connectivity',
  'open-procurement',
]
