import { test as base } from '@playwright/test'
import type { Language } from '../../src/platform/languages.ts'

/** What a project of `playwright.config.ts` chooses; a test reads it as a fixture. */
export type Place = {
  language: Language
  /** Whether the browser runs scripts. */
  scripts: boolean
}

/**
 * The `test` of every browser test. Tags in a title say where it makes sense: `@with-scripts` and `@without-scripts` only
 * there, `@once` in one project only (French, wide, scripts on). Nothing is skipped while it runs: a skipped test has not passed.
 */
export const test = base.extend<Place>({
  language: ['en', { option: true }],
  scripts: [true, { option: true }],
})

export { expect } from '@playwright/test'
