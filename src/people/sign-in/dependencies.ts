import type { RoomDependencies } from '../access/room.ts'
import type { Identity } from '../identity/identity.ts'

export type SignInDependencies = Pick<
  RoomDependencies,
  'db' | 'now' | 'asset' | 'guard' | 'queueMail' | 'origin' | 'timeZone' | 'trustProxy'
> & { identity: Identity }
