import { randomUUID } from 'node:crypto'
import type { Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import { uuid } from '../../platform/ids.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'
import { type PostedForm, textIn } from '../../platform/web/posted-form.ts'
import type { FieldError } from '../../ui/parts.tsx'
import { readProfileForm } from '../../ui/profile-form.ts'
import { isTimeZone } from '../../ui/words/time-zones.ts'
import type { Community, CommunityChanges } from './community-store.ts'
import { communityMessages } from './messages.ts'
import type { NewCommunityValues } from './new-community-page.tsx'
import { type ProfileValues, profileQuestions } from './profile-page.tsx'
import { approvalBodies } from './terms.ts'

const longest = { name: 120, landAcknowledgement: 2000 }
const oneLine = (form: PostedForm, name: string) => textIn(form, name).replace(/\s+/g, ' ').trim()
const severalLines = (form: PostedForm, name: string) => textIn(form, name).replaceAll('\r\n', '\n').trim()

/** Reads the form that sets up a community. */
export function readNewCommunity(
  form: PostedForm,
  language: Language,
): { values: NewCommunityValues; errors: FieldError[] } {
  const t = communityMessages[language]
  const given = textIn(form, 'id')
  const zone = textIn(form, 'timeZone')
  const values: NewCommunityValues = {
    id: uuid.test(given) ? given : randomUUID(),
    name: oneLine(form, 'name'),
    ownName: oneLine(form, 'ownName'),
    title: oneLine(form, 'title'),
    language: isLanguage(textIn(form, 'language')) ? textIn(form, 'language') : language,
    timeZone: isTimeZone(zone) ? zone : 'America/Toronto',
    may: textIn(form, 'may') === 'yes',
  }
  const errors: FieldError[] = []
  if (values.name === '') errors.push({ field: 'name', message: t.nameError })
  for (const field of ['name', 'ownName', 'title'] as const) {
    if (values[field].length > longest.name) errors.push({ field, message: t.tooLong(longest.name) })
  }
  if (!values.may) errors.push({ field: 'may', message: t.mayError })
  return { values, errors }
}

/** A community as its profile page holds it. */
export function profileValuesOf(community: Community): ProfileValues {
  return {
    name: community.name,
    ownName: community.ownName ?? '',
    language: community.language,
    timeZone: community.timeZone,
    approvalBody: community.approvalBody ?? '',
    landAcknowledgement: community.landAcknowledgement ?? '',
    profile: community.profile,
  }
}

/** Reads the profile page. */
export function readCommunityProfile(
  form: PostedForm,
  pack: Pack,
  before: Community,
  language: Language,
): { values: ProfileValues; changes: CommunityChanges; version: number; errors: FieldError[] } {
  const t = communityMessages[language]
  const errors: FieldError[] = []
  const profile = readProfileForm(form, pack, profileQuestions(pack), before.profile)
  if (profile === undefined) errors.push({ field: profileQuestions(pack)[0]?.id ?? 'name', message: t.badChoice })
  const zone = textIn(form, 'timeZone')
  const mailLanguage = textIn(form, 'language')
  const values: ProfileValues = {
    name: oneLine(form, 'name'),
    ownName: oneLine(form, 'ownName'),
    language: isLanguage(mailLanguage) ? mailLanguage : before.language,
    timeZone: isTimeZone(zone) ? zone : before.timeZone,
    approvalBody: approvalBodies.find((body) => body === textIn(form, 'approvalBody')) ?? '',
    landAcknowledgement: severalLines(form, 'landAcknowledgement'),
    profile: profile ?? before.profile,
  }
  if (values.name === '') errors.push({ field: 'name', message: t.nameError })
  for (const field of ['name', 'ownName'] as const) {
    if (values[field].length > longest.name) errors.push({ field, message: t.tooLong(longest.name) })
  }
  if (values.landAcknowledgement.length > longest.landAcknowledgement) {
    errors.push({ field: 'landAcknowledgement', message: t.tooLong(longest.landAcknowledgement) })
  }
  return {
    values,
    changes: {
      name: values.name,
      ownName: values.ownName || null,
      profile: values.profile,
      language: isLanguage(values.language) ? values.language : before.language,
      timeZone: values.timeZone,
      approvalBody: approvalBodies.find((body) => body === values.approvalBody) ?? null,
      landAcknowledgement: values.landAcknowledgement || null,
    },
    version: Number(textIn(form, 'version')) || 0,
    errors,
  }
}

/** Where what was written differs from what is saved, in the page's words. */
export function profileDifferences(
  saved: ProfileValues,
  yours: ProfileValues,
  pack: Pack,
  language: Language,
): { field: string; savedNow: string; yours: string }[] {
  const t = communityMessages[language]
  const body = (value: string) => approvalBodies.find((one) => one === value)
  const fields: [string, (values: ProfileValues) => string][] = [
    [t.nameLabel, (values) => values.name],
    [t.ownNameLabel, (values) => values.ownName],
    [t.landAcknowledgement, (values) => values.landAcknowledgement],
    [t.languageLabel, (values) => values.language],
    [t.timeZoneLabel, (values) => values.timeZone],
    [
      t.approvalBody,
      (values) => (body(values.approvalBody) ? t.approvalBodies[body(values.approvalBody) ?? 'council'] : ''),
    ],
    ...profileQuestions(pack).map((question): [string, (values: ProfileValues) => string] => [
      say(question.label, language).text,
      ({ profile }) => {
        const picked = [profile[question.id] ?? []].flat()
        return question.options
          .filter(({ id }) => picked.includes(id))
          .map(({ label }) => say(label, language).text)
          .join(', ')
      },
    ]),
  ]
  return fields.flatMap(([field, of]) =>
    of(saved) === of(yours) ? [] : [{ field, savedNow: of(saved), yours: of(yours) }],
  )
}
