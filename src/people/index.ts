export type { Actor, ActorEnvironment, JourneyEnvironment, Place, PlaceEnvironment } from './access/actor.ts'
export { type FindSession, type Guard, guardOf } from './access/guard.tsx'
export { asPerson, asService } from './access/person-store.ts'
export { type Frame, frameOf, type RoomDependencies } from './access/room.ts'
export { findActor, findPlace, insertRead } from './access/standing-store.ts'
export { CommunityFrame } from './communities/community-frame.tsx'
export {
  type Community,
  type CommunityChanges,
  findProtocol,
  getCommunity,
  insertCommunity,
  lockCommunity,
  updateCommunity,
} from './communities/community-store.ts'
export { listConsents, listTerms, recordConsent, recordTerms } from './communities/consent-store.ts'
export { listCommunityEvents, recordCommunityEvent } from './communities/event-store.ts'
export { peopleWords } from './communities/event-words.ts'
export type { Invitation } from './communities/invitation.ts'
export { type InviteProblem, inviteMember } from './communities/invite.ts'
export { type AssignedStaff, listMembers, type Member, nameOf, namesOf } from './communities/members-store.ts'
export {
  type ApprovalBody,
  approvalBodies,
  type Consent,
  consentsNow,
  type DataTerms,
  type DataUse,
  dataTerms,
  dataUses,
} from './communities/terms.ts'
export { ownDirectoryEntry } from './directory/own-data.ts'
export { type DirectoryChanges, type DirectoryEntry, listDirectory, saveDirectoryEntry } from './directory/store.ts'
export type { DirectorySettings } from './identity/auth.ts'
export { newFirstLink } from './identity/first-administrator-store.ts'
export { createIdentity, type Identity } from './identity/identity.ts'
export { keptSecret } from './identity/secret-store.ts'
export { listOwnCommunities, type OwnCommunity } from './own/own-store.ts'
export type { ExportCell, ExportRow, PersonalData } from './own/personal-data.ts'
export { peopleRoutes } from './routes.ts'
export { securityRoutes } from './security/routes.tsx'
export { signInRoutes } from './sign-in/routes.tsx'
export type { StartPart } from './start/start-part.ts'
