import type { PersonalData } from '../own/personal-data.ts'
import { exportOwnMail } from './store.ts'

/** The messages that were sent to a person. They go with the account. */
export const ownMail: PersonalData = {
  name: 'mail',
  export: (tx, { personId }) => exportOwnMail(tx, personId),
}
