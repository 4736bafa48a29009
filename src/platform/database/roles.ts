import type pg from 'pg'
import { StartError } from '../start-error.ts'
import { schemaName, serverRole } from './connection.ts'

/** PostgreSQL's number for version 15, the oldest that is tested. */
const oldestVersion = 150000

/** Parts of PostgreSQL that search stands on. They come with it; some systems pack them apart. Whoever owns the database may turn them on. */
const neededExtensions = ['unaccent', 'pg_trgm']

/**
 * Makes sure that the schema and the server's role exist and that the owner may act as that role. Needs nothing when they do.
 *
 * @param owner a connection of the role that owns Waymark's tables
 * @throws StartError when the server is too old or the owner lacks a right
 */
export async function prepareRoles(owner: pg.Client): Promise<void> {
  const version = (
    await owner.query(
      `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name`,
    )
  ).rows[0]
  if (version.number < oldestVersion) {
    throw new StartError({
      en: `The database is PostgreSQL ${version.name}; Waymark needs 15 or later.`,
      fr: `La base de données est PostgreSQL ${version.name}; Waymark a besoin de la version 15 ou plus récente.`,
    })
  }
  const { rows } = await owner.query<{ name: string }>(
    'SELECT name FROM unnest($1::text[]) AS name EXCEPT SELECT name FROM pg_available_extensions ORDER BY name',
    [neededExtensions],
  )
  if (rows.length > 0) {
    const missing = rows.map(({ name }) => name).join(', ')
    throw new StartError({
      en: `The database server lacks the extensions that search needs: ${missing}. They are part of PostgreSQL; on many systems the package is called postgresql-contrib. Have it installed, then start again.`,
      fr: `Il manque au serveur de base de données les extensions dont la recherche a besoin\u00a0: ${missing}. Elles font partie de PostgreSQL; sur bien des systèmes, le paquet s’appelle postgresql-contrib. Faites-le installer, puis recommencez.`,
    })
  }
  try {
    const role = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [serverRole])
    if (role.rowCount === 0) {
      await owner.query(`CREATE ROLE ${serverRole} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT`)
    }
    const may = await owner.query(`SELECT pg_has_role(current_user, $1, 'MEMBER') AS member`, [serverRole])
    if (may.rows[0].member !== true || !(await maySetRole(owner)))
      await owner.query(`GRANT ${serverRole} TO CURRENT_USER`)
    await owner.query(`CREATE SCHEMA IF NOT EXISTS ${schemaName}`)
    await owner.query(`GRANT USAGE ON SCHEMA ${schemaName} TO ${serverRole}`)
  } catch (error) {
    const user = (await owner.query('SELECT current_user AS name, current_database() AS database')).rows[0]
    throw new StartError(
      {
        en: `The database user "${user.name}" lacks a right that Waymark needs (${(error as Error).message}). Ask the database's administrator to run:\n${grants(user)}`,
        fr: `Il manque à l’utilisateur « ${user.name} » de la base de données un droit dont Waymark a besoin. Demandez à l’administrateur de la base d’exécuter les commandes ci-dessus.`,
      },
      { cause: error },
    )
  }
}

function grants({ name, database }: { name: string; database: string }): string {
  return [
    `  CREATE ROLE ${serverRole} NOLOGIN;`,
    `  GRANT ${serverRole} TO "${name}";`,
    `  GRANT CREATE ON DATABASE "${database}" TO "${name}";`,
  ].join('\n')
}

/** From PostgreSQL 16 on, being a member and being allowed to act as the role are two things. */
async function maySetRole(owner: pg.Client): Promise<boolean> {
  try {
    await owner.query(`SET ROLE ${serverRole}`)
    return true
  } catch {
    return false
  } finally {
    await owner.query('RESET ROLE')
  }
}

/**
 * Refuses to serve with a role for which row-level security does nothing.
 *
 * @param server a connection as the server uses it
 */
export async function checkServerRole(server: pg.Client): Promise<void> {
  const result = await server.query(
    `SELECT rolname AS name, rolsuper OR rolbypassrls AS unbound,
       EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid AND relnamespace = $1::regnamespace) AS owner
     FROM pg_roles WHERE rolname = current_user`,
    [schemaName],
  )
  const { name, unbound, owner } = result.rows[0]
  if (!unbound && !owner) return
  throw new StartError({
    en: `The database role "${name}" can see past row-level security (it is a superuser, has BYPASSRLS or owns tables). Waymark does not serve with it. Make it an ordinary role: ALTER ROLE "${name}" NOSUPERUSER NOBYPASSRLS;`,
    fr: `Le rôle « ${name} » de la base de données échappe à la sécurité au niveau des lignes (superutilisateur, BYPASSRLS ou propriétaire de tables). Waymark ne fonctionne pas avec lui. Faites-en un rôle ordinaire : ALTER ROLE "${name}" NOSUPERUSER NOBYPASSRLS;`,
  })
}

/**
 * Refuses a login of its own for the service that could become the owner of the tables or pass by row-level security: with one that
 * cannot, even a statement that resets the role gains nothing.
 *
 * @param server a connection as the server uses it
 */
export async function checkSeparateLogin(server: pg.Client): Promise<void> {
  const result = await server.query(
    `SELECT session_user AS name, rolsuper OR rolbypassrls OR EXISTS (
       SELECT FROM pg_class WHERE relnamespace = $1::regnamespace AND pg_has_role(session_user, relowner, 'MEMBER')
     ) AS unbound FROM pg_roles WHERE rolname = session_user`,
    [schemaName],
  )
  const { name, unbound } = result.rows[0]
  if (!unbound) return
  throw new StartError({
    en: `The database user "${name}" (WAYMARK_SERVER_DATABASE_URL) is, or may become, a superuser or the owner of Waymark's tables. Give the service a user of its own: CREATE ROLE waymark_web LOGIN PASSWORD '…'; GRANT ${serverRole} TO waymark_web;`,
    fr: `L’utilisateur « ${name} » de la base de données (WAYMARK_SERVER_DATABASE_URL) est, ou peut devenir, superutilisateur ou propriétaire des tables de Waymark. Donnez au service son propre utilisateur : CREATE ROLE waymark_web LOGIN PASSWORD '…'; GRANT ${serverRole} TO waymark_web;`,
  })
}
