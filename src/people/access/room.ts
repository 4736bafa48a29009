import type { FindContent } from '../../content/releases.ts'
import type { DocumentModel } from '../../documents/model.ts'
import { acts, may, type Standing } from '../../domain/access.ts'
import type { PlanRequest, PlanSolution } from '../../domain/action-plan.ts'
import type { Now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { Language } from '../../platform/languages.ts'
import type { QueueMail } from '../../platform/mail/mail.ts'
import type { ScanFile } from '../../platform/uploads/upload.ts'
import type { AssetUrl, SignedIn } from '../../ui/layout.tsx'
import type { Actor, ActorEnvironment } from './actor.ts'
import type { Guard } from './guard.tsx'

/** What a room with people in it is given by `app.ts`. */
export type RoomDependencies = {
  db: Db
  now: Now
  asset: AssetUrl
  guard: Guard
  /** The newest release, for what begins now. */
  release: string
  /** Finds the release that a journey is pinned to. */
  findContent: FindContent
  /** Finds both pathways, away from the thread that answers requests. */
  solve: (request: PlanRequest) => Promise<PlanSolution>
  /** Renders a document, away from the thread that answers requests. */
  makeDocument: (document: DocumentModel, format: 'pdf' | 'docx' | 'txt', template?: Uint8Array) => Promise<Uint8Array>
  queueMail: QueueMail
  /** Looks at uploads for what does harm, where the host has a scanner. */
  scanFile?: ScanFile
  /** The address people use, for links in mail: `https://waymark.example.org`, or where the service listens. */
  origin: string
  /** In which the service names a day where it cannot know the person's: an IANA name. */
  timeZone: string
  trustProxy: boolean
}

/** What every page of a signed-in person hands to `Layout`. */
export type Frame = { language: Language; path: string; asset: AssetUrl; person: SignedIn; hidden: true }

/** The frame of the page that answers this request. */
export function frameOf(
  c: { var: Pick<ActorEnvironment['Variables'], 'language' | 'actor'>; req: { path: string } },
  asset: AssetUrl,
): Frame {
  return { language: c.var.language, path: c.req.path, asset, person: signedIn(c.var.actor), hidden: true }
}

/** Who is signed in, and which parts of the program the menu shows them. */
export function signedIn(actor: Pick<Actor, 'name' | 'staff'>): SignedIn {
  const standing: Standing = { staff: actor.staff, community: [], alone: false }
  const mayAny = (prefix: string) =>
    Object.entries(acts).some(
      ([name, act]) =>
        name.startsWith(prefix) &&
        act.in === 'program' &&
        !(act.roles as readonly string[]).includes('anyone') &&
        may(name as keyof typeof acts, standing),
    )
  return { name: actor.name, desk: mayAny('desk.'), program: mayAny('program.') || mayAny('pack.') }
}
