import type { Page } from '@playwright/test'
import { readPack } from '../../src/content/read.ts'
import { newRecord, type SelfCheckRecord } from '../../src/self-check/record/record.ts'

const outcome = await readPack('content/open-smart-cities')
if (!outcome.ok) throw new Error('the shipped pack has problems')

/** The shipped pack, and the hash of the release the tests' server publishes. */
export const { pack, hash: release } = outcome

/** A finished self-check of the full form; `shift` makes one that differs. */
export function finished(shift = 0): SelfCheckRecord {
  const record = newRecord({ id: 'browser', now: new Date('2030-01-15T12:00:00Z'), release, pack: pack.id })
  record.form = 'full'
  record.updatedAt = `2030-01-15T12:00:0${shift}.000Z`
  for (const [index, component] of pack.components.entries()) {
    record.answers[component.id] = {
      given: { practice: (index + shift) % 3, knowledge: (index + shift + 1) % 3 },
      wanted: ((index + shift) % 3) + 1,
      importance: index % 4,
      rubricVersion: component.rubricVersion,
    }
  }
  return record
}

/** Puts a self-check on the device of an open page. */
export async function putOnDevice(page: Page, record: SelfCheckRecord): Promise<void> {
  await page.evaluate((text) => localStorage.setItem('waymark.self-check.v1', text), JSON.stringify(record))
}

/** The self-check on the device. */
export async function onDevice(page: Page): Promise<SelfCheckRecord> {
  return page.evaluate(() => JSON.parse(localStorage.getItem('waymark.self-check.v1') ?? 'null'))
}
