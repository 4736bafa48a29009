import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { roleWords } from '../ui/words/roles.ts'
import { acts, may, needsSecondFactor, readerRole, type Standing, takesChange } from './access.ts'

/** The rows of docs/access.md: act -> who may, and what is added in the last column. */
function documented(): Map<string, { who: string; also: string }> {
  const text = readFileSync(new URL('../../docs/access.md', import.meta.url), 'utf8')
  const rows = text.matchAll(/^\| `([a-z.-]+)` \| [^|]+ \| ([^|]+) \| ([^|]*) \|$/gm)
  return new Map([...rows].map(([, act = '', who = '', also = '']) => [act, { who: who.trim(), also: also.trim() }]))
}

type AnyAct = { in: string; roles: readonly string[]; logged?: true; aloneLead?: true }

/** What the table says of an act, in the words of docs/access.md. */
function inWords(act: AnyAct): { who: string; also: string } {
  const word = (role: string) =>
    role === 'anyone' ? 'anyone signed in' : roleWords.en[role as keyof typeof roleWords.en].toLowerCase()
  const also = [...(act.logged ? ['staff reads are logged'] : []), ...(act.aloneLead ? ['lead when alone'] : [])]
  return { who: act.roles.map(word).join(', '), also: also.join('; ') }
}

test('docs/access.md says what the table says, act by act', () => {
  const said = Object.fromEntries(documented())
  const meant = Object.fromEntries(Object.entries(acts).map(([name, act]) => [name, inWords(act)]))
  expect(said).toEqual(meant)
})

const nobody: Standing = { staff: [], community: [], alone: false }

test('what the advisor does is the lead’s in a journey alone, but never reading someone’s answers', () => {
  const lead: Standing = { ...nobody, community: ['lead'] }
  expect(may('report-card.publish', lead)).toBe(false)
  expect(may('report-card.publish', { ...lead, alone: true })).toBe(true)
  expect(may('diagnostic.read-answers', { ...lead, alone: true })).toBe(false)
})

test('a role in the program opens no community', () => {
  for (const role of ['manager', 'administrator', 'funder', 'author', 'advisor', 'expert'] as const) {
    expect(may('report-card.see', { ...nobody, staff: [role] })).toBe(false)
  }
})

test('a read by staff is logged, a member’s is not', () => {
  expect(readerRole('report-card.see', { ...nobody, community: ['advisor'] })).toBe('advisor')
  expect(readerRole('report-card.see', { ...nobody, community: ['advisor', 'lead'] })).toBeUndefined()
})

test('staff show a second factor, except for their own account and their own community', () => {
  const staff: Standing = { ...nobody, staff: ['advisor'] }
  expect(needsSecondFactor('report-card.see', { ...staff, community: ['advisor'] })).toBe(true)
  expect(needsSecondFactor('report-card.see', { ...staff, community: ['lead'] })).toBe(false)
  expect(needsSecondFactor('account.own', staff)).toBe(false)
})

test('a journey that is over takes back its end and messages, and no other change', () => {
  for (const state of ['withdrawn', 'declined'] as const) {
    const journey = { stage: 'diagnostic', state } as const
    for (const act of ['journey.reopen', 'message.write'] as const) expect(takesChange(act, journey)).toBe(true)
    for (const act of ['action.edit', 'draft-plan.comment', 'diagnostic.answer', 'interview.keep'] as const) {
      expect(takesChange(act, journey)).toBe(false)
    }
  }
  expect(takesChange('action.edit', { stage: 'learning', state: 'paused' })).toBe(true)
})

test('the draft is changed until validation ends; the plan the community decided on is not', () => {
  for (const act of ['draft-plan.edit', 'draft-plan.ask-expert'] as const) {
    expect(takesChange(act, { stage: 'validation', state: 'active' })).toBe(true)
    expect(takesChange(act, { stage: 'final-plan', state: 'active' })).toBe(false)
    expect(takesChange(act, { stage: 'learning', state: 'active' })).toBe(false)
  }
})
