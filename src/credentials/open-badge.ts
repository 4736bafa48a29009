import { say } from '../content/text.ts'
import { longDate } from '../ui/dates.ts'
import { addresses } from './addresses.ts'
import { credentialsContext, openBadgesContext } from './document-loader.ts'
import { secondsOf } from './key-documents.ts'
import { credentialMessages } from './messages.ts'
import type { IssuedCredential } from './store.ts'

/**
 * A credential as Open Badges 3.0 writes it (a W3C Verifiable Credential 2.0), before it is signed. Of the holder it says the name
 * alone: no address, and an identifier that is used nowhere else.
 *
 * @param given.origin of the installation, which issues
 * @param given.issuerName as the program calls itself
 * @param given.day on which it was finished, `YYYY-MM-DD`
 */
export function openBadge(
  credential: IssuedCredential,
  given: { origin: string; issuerName: string; day: string },
): Record<string, unknown> {
  const { origin } = given
  const { kind, language, subject } = credential
  const t = credentialMessages[language]
  const title = say(subject.title, language).text
  const list = addresses.list(origin, credential.list)
  return {
    '@context': [credentialsContext, openBadgesContext],
    id: addresses.credential(origin, credential.id),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: title,
    inLanguage: language,
    issuer: { id: addresses.issuer(origin), type: ['Profile'], name: given.issuerName, url: origin },
    validFrom: secondsOf(credential.issuedAt),
    credentialSubject: {
      id: `urn:uuid:${credential.subjectIri}`,
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: credential.holderName, identityType: 'name' },
      ],
      achievement: {
        id: addresses.achievement(origin, kind, subject.id),
        type: ['Achievement'],
        achievementType: kind === 'course' ? 'Course' : 'LearningProgram',
        name: title,
        inLanguage: language,
        description: t.kinds[kind].described(title, longDate(given.day, language)),
        criteria: { narrative: criteriaOf(credential) },
      },
    },
    credentialStatus: {
      id: `${list}#${credential.position}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(credential.position),
      statusListCredential: list,
    },
  }
}

/** What was asked for it, as Markdown. */
function criteriaOf({ kind, language, subject }: IssuedCredential): string {
  const t = credentialMessages[language]
  return [
    t.kinds[kind].rule,
    ...(subject.hours === undefined ? [] : [t.hours(subject.hours)]),
    ...(subject.objectives.length === 0 ? [] : [t.kinds[kind].objectives]),
    ...(subject.objectives.length === 0
      ? []
      : [subject.objectives.map((one) => `- ${say(one, language).text}`).join('\n')]),
  ].join('\n\n')
}
