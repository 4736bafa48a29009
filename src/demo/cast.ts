import type { MemberRole, StaffRole } from '../domain/access.ts'
import type { Profile } from '../domain/answers.ts'
import type { Language } from '../platform/languages.ts'

/** Someone of the demonstration. Addresses are of a domain that exists for examples alone. */
export type CastPerson = {
  id: string
  name: string
  email: string
  language: Language
  staff: readonly StaffRole[]
}

export type CastCommunity = {
  id: string
  name: string
  language: Language
  timeZone: string
  dataTerms: 'standard' | 'first-nations' | 'inuit' | 'metis' | 'own-protocol'
  approvalBody: 'council' | 'chief-and-council' | 'board' | 'administration'
  profile: Profile
  advisor: string | undefined
  /** Id of the person -> role in the community. */
  people: readonly (readonly [string, MemberRole])[]
  hopes: string
}

const person = (id: string, name: string, language: Language, ...staff: StaffRole[]): CastPerson => ({
  id,
  name,
  email: `${id}@waymark.example`,
  language,
  staff,
})

/** The program's own people: three advisors, two experts, and who runs it. */
export const staff: readonly CastPerson[] = [
  person('manager', 'Miriam Adeyemi', 'en', 'manager'),
  person('administrator', 'Antoine Lavoie', 'fr', 'administrator'),
  person('author', 'Claire Bouchard', 'fr', 'author'),
  person('funder', 'Fern Doyle', 'en', 'funder'),
  person('advisor-1', 'Ann Petrov', 'en', 'advisor'),
  person('advisor-2', 'Luc Gagnon', 'fr', 'advisor'),
  person('advisor-3', 'Dev Kaur', 'en', 'advisor'),
  person('expert-1', 'Ines Duarte', 'en', 'expert'),
  person('expert-2', 'Paul Marchetti', 'fr', 'expert'),
]

const members: readonly CastPerson[] = [
  person('pine-lead', 'Joan Reid', 'en'),
  person('pine-clerk', 'Omar Haddad', 'en'),
  person('pine-fire', 'Stella Byrne', 'en'),
  person('erables-lead', 'Hélène Fortin', 'fr'),
  person('erables-greffe', 'Marc Pelletier', 'fr'),
  person('erables-loisirs', 'Nadia Benali', 'fr'),
  person('lac-lead', 'Sylvie Marchand', 'fr'),
  person('lac-greffe', 'Julien Lemay', 'fr'),
  person('lac-travaux', 'Aline Tremblay', 'fr'),
  person('mill-lead', 'Grace Osei', 'en'),
  person('mill-it', 'Tom Walsh', 'en'),
  person('harbour-lead', 'Peter Kowalski', 'en'),
  person('harbour-data', 'Lina Chen', 'en'),
  person('harbour-plan', 'Ruth Alvarez', 'en'),
  person('harbour-water', 'Sean Murphy', 'en'),
  person('harbour-library', 'Amara Nwosu', 'en'),
  person('north-lead', 'Leah Stone', 'en'),
  person('north-steward', 'Walter Grey', 'en'),
  person('coast-lead', 'Mary Rivers', 'en'),
  person('coast-steward', 'Elias Frost', 'en'),
  person('valley-lead', 'Daniel Roy', 'fr'),
  person('valley-admin', 'Sophie Caron', 'fr'),
  person('county-lead', 'Beth Sorensen', 'en'),
  person('county-gis', 'Ivan Novak', 'en'),
  person('county-roads', 'Kim Tran', 'en'),
  person('city-lead', 'Rosa Martins', 'en'),
  person('city-open', 'Jack Olsen', 'en'),
  person('city-privacy', 'Noor Rahman', 'en'),
  person('city-service', 'Eva Lindqvist', 'en'),
  person('city-works', 'Carl Jansen', 'en'),
  person('prairie-lead', 'Ken Dubois', 'en'),
  person('metis-lead', 'Rose Laurent', 'en'),
  person('river-lead', 'Alice Munroe', 'en'),
  person('lake-lead', 'Victor Hughes', 'en'),
  person('quarry-lead', 'Martin Sloan', 'en'),
  person('bridge-lead', 'Olivia Grant', 'en'),
  person('bridge-clerk', 'Henry Lau', 'en'),
  person('meadow-lead', 'Judith Cole', 'en'),
  person('ferry-lead', 'Sam Whitlock', 'en'),
  person('glen-lead', 'Dora Finch', 'en'),
]

/** Everyone, to sign in as. */
export const cast: readonly CastPerson[] = [...staff, ...members]

/** A dozen invented communities of every size and kind. Those of invented Indigenous governments have neutral names. */
export const communities: readonly CastCommunity[] = [
  {
    id: 'lake',
    name: 'Lakeview',
    language: 'en',
    timeZone: 'America/Winnipeg',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: { populationBand: '1000-4999', communityType: ['municipality'], jurisdiction: 'mb', staffFte: '6-20' },
    advisor: undefined,
    people: [['lake-lead', 'lead']],
    hopes: 'We keep data in many places and would like to know where to start.',
  },
  {
    id: 'river',
    name: 'River Bend',
    language: 'en',
    timeZone: 'America/Edmonton',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: { populationBand: '5000-29999', communityType: ['municipality'], jurisdiction: 'ab', staffFte: '21-100' },
    advisor: 'advisor-3',
    people: [['river-lead', 'lead']],
    hopes: 'A plan for the next two years that our small team can keep up with.',
  },
  {
    id: 'pine',
    name: 'Pine Harbour',
    language: 'en',
    timeZone: 'America/Toronto',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: { populationBand: '1000-4999', communityType: ['municipality'], jurisdiction: 'on', staffFte: '6-20' },
    advisor: 'advisor-1',
    people: [
      ['pine-lead', 'lead'],
      ['pine-clerk', 'contributor'],
      ['pine-fire', 'contributor'],
    ],
    hopes: 'Our staff of twelve wants fewer lists on paper and an answer when residents ask for data.',
  },
  {
    id: 'erables',
    name: 'Anse-aux-Érables',
    language: 'fr',
    timeZone: 'America/Toronto',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: { populationBand: '1000-4999', communityType: ['municipality'], jurisdiction: 'qc', staffFte: '6-20' },
    advisor: 'advisor-2',
    people: [
      ['erables-lead', 'lead'],
      ['erables-greffe', 'contributor'],
      ['erables-loisirs', 'contributor'],
    ],
    hopes: 'Savoir où nous en sommes avant d’acheter un nouveau logiciel.',
  },
  {
    id: 'lac',
    name: 'Lac-aux-Outardes',
    language: 'fr',
    timeZone: 'America/Toronto',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: { populationBand: '1000-4999', communityType: ['municipality'], jurisdiction: 'qc', staffFte: '6-20' },
    advisor: 'advisor-2',
    people: [
      ['lac-lead', 'lead'],
      ['lac-greffe', 'contributor'],
      ['lac-travaux', 'contributor'],
    ],
    hopes: 'Que le savoir du bureau ne tienne plus à une seule personne.',
  },
  {
    id: 'mill',
    name: 'Mill Crossing',
    language: 'en',
    timeZone: 'America/Halifax',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: { populationBand: '5000-29999', communityType: ['municipality'], jurisdiction: 'ns', staffFte: '21-100' },
    advisor: 'advisor-1',
    people: [
      ['mill-lead', 'lead'],
      ['mill-it', 'contributor'],
    ],
    hopes: 'To work with our neighbours on shared data instead of each buying its own system.',
  },
  {
    id: 'harbour',
    name: 'Grand Harbour',
    language: 'en',
    timeZone: 'America/St_Johns',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: {
      populationBand: '30000-99999',
      communityType: ['municipality'],
      jurisdiction: 'nl',
      staffFte: '101-500',
    },
    advisor: 'advisor-1',
    people: [
      ['harbour-lead', 'lead'],
      ['harbour-data', 'contributor'],
      ['harbour-plan', 'contributor'],
      ['harbour-water', 'contributor'],
      ['harbour-library', 'contributor'],
    ],
    hopes: 'One picture of what every department can do with data, and what comes first.',
  },
  {
    id: 'north',
    name: 'Northern Shore',
    language: 'en',
    timeZone: 'America/Thunder_Bay',
    dataTerms: 'first-nations',
    approvalBody: 'chief-and-council',
    profile: { populationBand: '1000-4999', communityType: ['first-nation'], jurisdiction: 'on', staffFte: '21-100' },
    advisor: 'advisor-3',
    people: [
      ['north-lead', 'lead'],
      ['north-steward', 'steward'],
    ],
    hopes: 'Our own record of our own data, kept by us.',
  },
  {
    id: 'coast',
    name: 'Ice Coast',
    language: 'en',
    timeZone: 'America/Iqaluit',
    dataTerms: 'inuit',
    approvalBody: 'council',
    profile: {
      populationBand: 'under-1000',
      communityType: ['inuit-community'],
      jurisdiction: 'nu',
      staffFte: '6-20',
      officeLink: 'satellite',
      outages: 'weekly',
    },
    advisor: 'advisor-3',
    people: [
      ['coast-lead', 'lead'],
      ['coast-steward', 'steward'],
    ],
    hopes: 'Services that work over a satellite link, and people here who can run them.',
  },
  {
    id: 'valley',
    name: 'Val-des-Tilleuls',
    language: 'fr',
    timeZone: 'America/Toronto',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: { populationBand: '5000-29999', communityType: ['municipality'], jurisdiction: 'qc', staffFte: '21-100' },
    advisor: 'advisor-2',
    people: [
      ['valley-lead', 'lead'],
      ['valley-admin', 'contributor'],
    ],
    hopes: 'Un plan que le conseil peut lire en dix minutes et suivre pendant un an.',
  },
  {
    id: 'county',
    name: 'Cedar County',
    language: 'en',
    timeZone: 'America/Toronto',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: {
      populationBand: '100000-499999',
      communityType: ['region'],
      jurisdiction: 'on',
      staffFte: '101-500',
    },
    advisor: 'advisor-1',
    people: [
      ['county-lead', 'lead'],
      ['county-gis', 'contributor'],
      ['county-roads', 'contributor'],
    ],
    hopes: 'Standards that all of our eight townships can meet.',
  },
  {
    id: 'city',
    name: 'Westbrook',
    language: 'en',
    timeZone: 'America/Vancouver',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: {
      populationBand: '100000-499999',
      communityType: ['municipality'],
      jurisdiction: 'bc',
      staffFte: '501-plus',
    },
    advisor: 'advisor-3',
    people: [
      ['city-lead', 'lead'],
      ['city-open', 'contributor'],
      ['city-privacy', 'contributor'],
      ['city-service', 'contributor'],
      ['city-works', 'contributor'],
    ],
    hopes: 'To turn a long list of projects into a pathway that staff can follow.',
  },
  {
    id: 'metis',
    name: 'Prairie Settlement',
    language: 'en',
    timeZone: 'America/Edmonton',
    dataTerms: 'metis',
    approvalBody: 'board',
    profile: { populationBand: '1000-4999', communityType: ['metis-community'], jurisdiction: 'ab', staffFte: '6-20' },
    advisor: 'advisor-3',
    people: [['metis-lead', 'lead']],
    hopes: 'Land and housing records in one place, under our own rules.',
  },
  {
    id: 'quarry',
    name: 'Quarry Lake',
    language: 'en',
    timeZone: 'America/Toronto',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: { populationBand: '1000-4999', communityType: ['municipality'], jurisdiction: 'on', staffFte: '0-5' },
    advisor: undefined,
    people: [['quarry-lead', 'lead']],
    hopes: 'We would like someone to choose and install a permit system for us.',
  },
  {
    id: 'bridge',
    name: 'Twin Bridges',
    language: 'en',
    timeZone: 'America/Halifax',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: { populationBand: '5000-29999', communityType: ['municipality'], jurisdiction: 'nb', staffFte: '6-20' },
    advisor: 'advisor-3',
    people: [
      ['bridge-lead', 'lead'],
      ['bridge-clerk', 'contributor'],
    ],
    hopes: 'To see in a year whether anything became better.',
  },
  {
    id: 'meadow',
    name: 'Meadowvale',
    language: 'en',
    timeZone: 'America/Winnipeg',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: { populationBand: '1000-4999', communityType: ['municipality'], jurisdiction: 'mb', staffFte: '0-5' },
    advisor: 'advisor-1',
    people: [['meadow-lead', 'lead']],
    hopes: 'A short plan for a short list of people.',
  },
  {
    id: 'ferry',
    name: 'Ferry Landing',
    language: 'en',
    timeZone: 'America/Vancouver',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: { populationBand: '1000-4999', communityType: ['municipality'], jurisdiction: 'bc', staffFte: '0-5' },
    advisor: 'advisor-3',
    people: [['ferry-lead', 'lead']],
    hopes: 'Keep our records safe when the river rises.',
  },
  {
    id: 'glen',
    name: 'Glen Hollow',
    language: 'en',
    timeZone: 'America/Toronto',
    dataTerms: 'standard',
    approvalBody: 'council',
    profile: { populationBand: 'under-1000', communityType: ['municipality'], jurisdiction: 'on', staffFte: '0-5' },
    advisor: undefined,
    people: [['glen-lead', 'lead']],
    hopes: 'To try this before we ask anyone.',
  },
  {
    id: 'prairie',
    name: 'Wheatfield',
    language: 'en',
    timeZone: 'America/Regina',
    dataTerms: 'standard',
    approvalBody: 'administration',
    profile: { populationBand: 'under-1000', communityType: ['municipality'], jurisdiction: 'sk', staffFte: '0-5' },
    advisor: undefined,
    people: [['prairie-lead', 'lead']],
    hopes: 'I am the only office worker. I want to do this on my own time.',
  },
]

/** One of the cast by id. */
export function castPerson(id: string): CastPerson {
  const found = cast.find((one) => one.id === id)
  if (found === undefined) throw new Error(`The demonstration has nobody called ${id}`)
  return found
}
