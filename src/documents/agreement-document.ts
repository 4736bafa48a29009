import { type Language, languageNames } from '../platform/languages.ts'
import { longDate } from '../ui/dates.ts'
import { agreementWords } from './messages-agreement.ts'
import type { Block, DocumentModel } from './model.ts'

/** What an agreement says; names and choices of the day it was accepted. */
export type AgreementValues = {
  community: string
  leads: string[]
  stewards: string[]
  advisors: string[]
  alone: boolean
  /** Of documents and mail. */
  journeyLanguage: Language
  dataTerms: string
  approvalBody: string
  protocolName?: string
  /** Hash of the release the journey is pinned to. */
  release: string
  acceptedBy: string
  /** `YYYY-MM-DD`, where the community is. */
  acceptedOn: string
}

/** The service and data agreement (Method 5.1): what is offered, what each side does, and how the data is treated. */
export function agreementDocument(values: AgreementValues, language: Language): DocumentModel {
  return {
    kind: 'agreement',
    language,
    title: agreementWords[language].title,
    overline: values.alone ? agreementWords[language].aloneOverline : agreementWords[language].overline,
    community: values.community,
    date: values.acceptedOn,
    facts: [
      agreementWords[language].facts(longDate(values.acceptedOn, language)),
      agreementWords[language].version(values.release.slice(0, 12)),
    ],
    blocks: [...agreementBlocks(values, language), ...acceptance(values, language)],
  }
}

/** Its terms, as they are also read before they are accepted. */
export function agreementBlocks(
  values: Omit<AgreementValues, 'acceptedBy' | 'acceptedOn' | 'release'>,
  language: Language,
): Block[] {
  const t = agreementWords[language]
  const advisor = values.advisors.length > 0 ? values.advisors.join(', ') : t.noAdvisor
  return [
    { kind: 'paragraph', tone: 'lead', text: t.lead(values.community) },
    { kind: 'heading', level: 1, text: t.partiesTitle },
    {
      kind: 'table',
      caption: t.parties,
      head: [t.part, t.who],
      rows: [
        [t.community, values.community],
        [t.leadRole, values.leads.join(', ')],
        [t.advisor, advisor],
        [t.language, languageNames[values.journeyLanguage]],
        [t.approvalBody, t.bodies[values.approvalBody] ?? values.approvalBody],
      ],
      widths: [2, 4],
    },
    { kind: 'heading', level: 1, text: t.serviceTitle },
    { kind: 'bullets', items: values.alone ? t.serviceAlone : t.service },
    { kind: 'heading', level: 1, text: t.communityTitle },
    { kind: 'bullets', items: t.communityDoes },
    { kind: 'heading', level: 1, text: t.dataTitle },
    { kind: 'bullets', items: t.data },
    { kind: 'heading', level: 2, text: t.termsTitle(t.termNames[values.dataTerms] ?? values.dataTerms) },
    {
      kind: 'bullets',
      items: [
        ...(t.terms[values.dataTerms] ?? []),
        ...(values.protocolName === undefined ? [] : [t.protocol(values.protocolName)]),
        ...(values.stewards.length === 0 ? [] : [t.steward(values.stewards.join(', '))]),
      ],
    },
    { kind: 'heading', level: 1, text: t.endTitle },
    { kind: 'bullets', items: t.end },
  ]
}

function acceptance({ acceptedBy, acceptedOn }: AgreementValues, language: Language): Block[] {
  const t = agreementWords[language]
  return [
    { kind: 'heading', level: 1, text: t.acceptedTitle },
    { kind: 'callout', tone: 'note', lines: [t.accepted(acceptedBy, longDate(acceptedOn, language))] },
  ]
}
