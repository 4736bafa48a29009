import { expect, test } from 'vitest'
import { changeRoles, endMembership } from './membership.ts'

const ana = { personId: 'ana', roles: ['lead', 'contributor'] as const }
const ben = { personId: 'ben', roles: ['contributor'] as const }
const cleo = { personId: 'cleo', roles: ['lead'] as const }

test('the last lead stays one until another is named', () => {
  expect(changeRoles([ana, ben], { personId: 'ana', roles: ['contributor'], byLead: true })).toEqual({
    ok: false,
    reason: 'last-lead',
  })
  expect(changeRoles([ana, ben, cleo], { personId: 'ana', roles: ['contributor'], byLead: true })).toEqual({
    ok: true,
    add: [],
    end: ['lead'],
  })
})

test('a steward makes a steward but not a lead', () => {
  expect(changeRoles([ana, ben], { personId: 'ben', roles: ['contributor', 'steward'], byLead: false })).toEqual({
    ok: true,
    add: ['steward'],
    end: [],
  })
  expect(changeRoles([ana, ben], { personId: 'ben', roles: ['lead'], byLead: false })).toMatchObject({
    reason: 'only-leads-make-leads',
  })
})

test('a member keeps at least one role', () => {
  expect(changeRoles([ana, ben], { personId: 'ben', roles: [], byLead: true })).toMatchObject({ reason: 'no-role' })
})

test('the last lead leaves once someone of the community takes over', () => {
  const leaving = { personId: 'ana', byLead: true, own: true }
  expect(endMembership([ana, ben], leaving)).toMatchObject({ reason: 'last-lead' })
  expect(endMembership([ana, ben], { ...leaving, successor: 'nobody' })).toMatchObject({ reason: 'no-such-successor' })
  expect(endMembership([ana, ben], { ...leaving, successor: 'ana' })).toMatchObject({ reason: 'no-such-successor' })
  expect(endMembership([ana, ben], { ...leaving, successor: 'ben' })).toEqual({
    ok: true,
    add: [],
    end: ['lead', 'contributor'],
    successor: 'ben',
  })
})

test('only a lead takes a lead out', () => {
  expect(endMembership([ana, ben, cleo], { personId: 'cleo', byLead: false, own: false })).toMatchObject({
    reason: 'only-leads-make-leads',
  })
  expect(endMembership([ana, ben, cleo], { personId: 'cleo', byLead: false, own: true })).toMatchObject({ ok: true })
})
