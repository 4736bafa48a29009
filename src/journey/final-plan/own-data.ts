import type { PersonalData } from '../../people/index.ts'
import { exportOwn } from './store.ts'

/** What a person wrote for a final plan, and decisions they recorded. Both are the community's and stay, without their name. */
export const ownFinalPlan: PersonalData = {
  name: 'final-plan',
  export: (tx, { personId }) => exportOwn(tx, personId),
}
