import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../../start-error.ts'

/** The operating system's user under whom PostgreSQL runs. */
export type Account = { uid: number; gid: number }

const name = 'waymark'

/**
 * PostgreSQL refuses to run as root. Started by root, it therefore runs as the user to whom the database's files belong, if
 * there are some; else as a system user `waymark`, made once; where no user can be made, as the `nobody` that every system has.
 *
 * @returns undefined for anyone but root: PostgreSQL then runs as the one who started the program
 */
export function databaseAccount(dataFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const files = statSync(join(dataFolder, 'postgresql'), { throwIfNoEntry: false })
  if (files !== undefined && files.uid !== 0) return { uid: files.uid, gid: files.gid }
  const existing = findAccount(name)
  if (existing !== undefined) return existing
  const attempts: [string, string[]][] = [
    [
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/false', name],
    ],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', name]],
  ]
  for (const [program, args] of attempts) {
    spawnSync(program, args, { stdio: 'ignore' })
    const made = findAccount(name)
    if (made !== undefined) return made
  }
  const nobody = findAccount('nobody')
  if (nobody !== undefined) return nobody
  throw new StartError({
    en: 'PostgreSQL does not run as root, and no other user could be made. Start Waymark as an ordinary user.',
    fr: 'PostgreSQL ne fonctionne pas en tant que root, et aucun autre utilisateur n’a pu être créé. Démarrez Waymark comme utilisateur ordinaire.',
  })
}

function findAccount(wanted: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${wanted}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}
