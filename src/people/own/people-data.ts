import { listOwnRows } from './people-data-store.ts'
import type { PersonalData } from './personal-data.ts'

/** What the people room itself keeps about a person. */
export const peopleData: readonly PersonalData[] = [
  { name: 'account', export: (tx, { personId }) => listOwnRows.account(tx, personId) },
  { name: 'memberships', export: (tx, { personId }) => listOwnRows.memberships(tx, personId) },
  { name: 'invitations', export: (tx, { personId }) => listOwnRows.invitations(tx, personId) },
  { name: 'consents-recorded', export: (tx, { personId }) => listOwnRows.consents(tx, personId) },
  { name: 'withdrawals', export: (tx, { personId }) => listOwnRows.withdrawals(tx, personId) },
  { name: 'reads-as-staff', export: (tx, { personId }) => listOwnRows.reads(tx, personId) },
  { name: 'account-record', export: (tx, { personId }) => listOwnRows.events(tx, personId) },
]
