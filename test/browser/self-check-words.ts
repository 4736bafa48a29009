import type { Page } from '@playwright/test'
import { keepingMessages } from '../../src/self-check/kept/messages.ts'
import { selfCheckMessages } from '../../src/self-check/questions/messages.ts'

export const words = { ...selfCheckMessages, keeping: keepingMessages }

/** A level of a facet, by its place among the choices; labels are what people press. */
export function level(page: Page, name: string, value: number | string) {
  return page.locator(`input[name="${name}"][value="${value}"]`)
}

/** Answers one component on the device; the page keeps it at once. */
export async function answer(
  page: Page,
  given: { practice: string; knowledge: string; wanted: number; note?: string },
): Promise<void> {
  await level(page, 'given.practice', given.practice).check()
  await level(page, 'given.knowledge', given.knowledge).check()
  await level(page, 'wanted', given.wanted).check()
  await level(page, 'importance', 2).check()
  if (given.note) await page.locator('#note').fill(given.note)
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
