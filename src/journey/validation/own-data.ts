import type { PersonalData } from '../../people/index.ts'
import { exportEntries } from './store.ts'

/**
 * What a person decided or wrote at a validation. A decision is the community's and stays when the person's account goes; the
 * database then takes their name off it.
 */
export const ownValidation: PersonalData = {
  name: 'validation',
  export: (tx, { personId }) => exportEntries(tx, personId),
}
