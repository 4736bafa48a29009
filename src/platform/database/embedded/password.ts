import { randomBytes } from 'node:crypto'
import { chown, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Account } from './account.ts'

/*
 * Where there is no socket in the file system that only its owner may open (Windows), the embedded server listens on a port that
 * every user of the machine can reach. There its three roles have one password, in a file of the data folder.
 */

const fileIn = (dataFolder: string) => join(dataFolder, 'postgresql.password')

/** Makes a password for a new database, and the file that holds it, for its owner's eyes only. */
export async function makePassword(dataFolder: string, account: Account | undefined): Promise<string> {
  const file = fileIn(dataFolder)
  await writeFile(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  // initdb runs as that user and reads the file itself.
  if (account !== undefined) await chown(file, account.uid, account.gid)
  return file
}

/** The password of a data folder's database; undefined where it needs none. */
export async function readPassword(dataFolder: string): Promise<string | undefined> {
  try {
    return (await readFile(fileIn(dataFolder), 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
