import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'

/** A member of staff who helps communities, with what they say of themselves. There is one entry for a person. */
export type DirectoryEntry = {
  personId: string
  name: string
  roles: ('advisor' | 'expert')[]
  languages: string[]
  /** Ids of the framework's domains. */
  disciplines: string[]
  /** Where they work, in their words. */
  places: string[]
  /** A short text about themselves, in each language it is written in. */
  about: Partial<Record<Language, string>>
  takesQuestions: boolean
  takesSessions: boolean
  /** Open questions from which on they get no new one. */
  mostQuestions: number
  /** For advisors. */
  mostJourneys: number
  /** At which it was read; 0 when nothing was ever saved. */
  version: number
}

/** What can be changed in an entry; what is left out stays as it is. */
export type DirectoryChanges = Partial<
  Pick<
    DirectoryEntry,
    | 'languages'
    | 'disciplines'
    | 'places'
    | 'about'
    | 'takesQuestions'
    | 'takesSessions'
    | 'mostQuestions'
    | 'mostJourneys'
  >
>

/**
 * Every advisor and expert, by name, with their entry. Who said nothing yet speaks at least the language of their account, and takes
 * no questions.
 *
 * @param personId one person alone
 */
export async function listDirectory(tx: Tx, personId?: string): Promise<DirectoryEntry[]> {
  let query = tx
    .selectFrom('people_role as role')
    .innerJoin('people_person as person', 'person.id', 'role.person_id')
    .leftJoin('people_directory as entry', 'entry.person_id', 'person.id')
    .select([
      'person.id',
      'person.name',
      'person.language',
      sql<DirectoryEntry['roles']>`array_agg(role.role ORDER BY role.role)`.as('roles'),
      'entry.languages',
      'entry.disciplines',
      'entry.places',
      'entry.about',
      'entry.takes_questions',
      'entry.takes_sessions',
      'entry.most_questions',
      'entry.most_journeys',
      'entry.version',
    ])
    .where('role.role', 'in', ['advisor', 'expert'])
    .groupBy(['person.id', 'person.name', 'person.language', 'entry.person_id'])
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(1000)
  if (personId !== undefined) query = query.where('person.id', '=', personId)
  const rows = await query.execute()
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    roles: row.roles,
    languages: row.languages ?? [row.language],
    disciplines: row.disciplines ?? [],
    places: row.places ?? [],
    about: aboutOf(row.about),
    takesQuestions: row.takes_questions ?? false,
    takesSessions: row.takes_sessions ?? false,
    mostQuestions: row.most_questions ?? 5,
    mostJourneys: row.most_journeys ?? 8,
    version: row.version ?? 0,
  }))
}

function aboutOf(value: unknown): DirectoryEntry['about'] {
  const texts = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return Object.fromEntries(texts.filter(([language, text]) => isLanguage(language) && typeof text === 'string'))
}

/**
 * Saves what someone brings.
 *
 * @param given.version of the entry as it was read; 0 when there was none
 * @returns false when someone else changed it since
 */
export async function saveDirectoryEntry(
  tx: Tx,
  given: { personId: string; changes: DirectoryChanges; version: number; at: Date },
): Promise<boolean> {
  const { changes } = given
  const values = {
    ...(changes.languages ? { languages: changes.languages } : {}),
    ...(changes.disciplines ? { disciplines: changes.disciplines } : {}),
    ...(changes.places ? { places: changes.places } : {}),
    ...(changes.about ? { about: JSON.stringify(changes.about) } : {}),
    ...(changes.takesQuestions === undefined ? {} : { takes_questions: changes.takesQuestions }),
    ...(changes.takesSessions === undefined ? {} : { takes_sessions: changes.takesSessions }),
    ...(changes.mostQuestions === undefined ? {} : { most_questions: changes.mostQuestions }),
    ...(changes.mostJourneys === undefined ? {} : { most_journeys: changes.mostJourneys }),
    updated_at: given.at,
  }
  if (given.version === 0) {
    const added = await tx
      .insertInto('people_directory')
      .values({ person_id: given.personId, ...values })
      .onConflict((conflict) => conflict.column('person_id').doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const changed = await tx
    .updateTable('people_directory')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('person_id', '=', given.personId)
    .where('version', '=', given.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
