import { join } from 'node:path'
import type { Command } from 'commander'
import { contentMessages } from '../content/messages.ts'
import { examineOverlay, isOverlayFolder } from '../content/overlay-folder.ts'
import { type Problem, problemLine, wholeFolder } from '../content/problems.ts'
import { publishRelease } from '../content/publish.ts'
import { examinePack, readPack } from '../content/read.ts'
import { packHash } from '../content/release.ts'
import type { Pack } from '../content/schema.ts'
import { reservedSelfCheckWords } from '../paths.ts'
import { readConfiguration } from '../platform/configuration.ts'
import { connect } from '../platform/database/connection.ts'
import { migrate, readMigrations } from '../platform/database/migrations.ts'
import { openAccess } from '../platform/database/open-database.ts'
import { projectFolder } from '../platform/project-folder.ts'
import { helpEnd } from './command-messages.ts'
import { languageOption } from './language-option.ts'
import { packMessages } from './pack-messages.ts'
import { type Terminal, thisTerminal } from './terminal.ts'

/** `waymark pack check` and `waymark pack publish`, for content authors. */
export function addPack(program: Command, terminal: Terminal = thisTerminal()): void {
  const { language } = terminal
  const t = packMessages[language]
  const pack = program.command('pack').description(t.about)
  pack
    .command('check')
    .argument('<dirs...>', t.folders)
    .addOption(languageOption(language))
    .description(t.check)
    .addHelpText('after', helpEnd(language, 'npx waymark pack check content/open-smart-cities'))
    .action(async (directories: string[]) => {
      let usable = true
      for (const directory of directories) usable = (await examine(directory, terminal)) !== undefined && usable
      if (!usable) process.exitCode = 2
    })
  pack
    .command('publish')
    .argument('<dir>', t.folder)
    .addOption(languageOption(language))
    .description(t.publish)
    .addHelpText('after', helpEnd(language, 'npx waymark pack publish content/open-smart-cities'))
    .action(async (directory: string) => {
      const release = await examine(directory, terminal)
      if (release) await publish(release.pack, release.hash, terminal)
      else process.exitCode = 2
    })
}

/** Says all there is to say about a pack: errors on standard error, notes and the summary on standard output. */
async function examine(directory: string, terminal: Terminal): Promise<{ pack: Pack; hash: string } | undefined> {
  const words = contentMessages[terminal.language]
  const t = packMessages[terminal.language]
  const { pack, problems } = (await isOverlayFolder(directory))
    ? await examineOverlay(directory, await shippedPack(), words)
    : packOf(await examinePack(directory, { t: words, reservedIds: reservedSelfCheckWords }))
  const unreadable = problems.find(({ file }) => file === wholeFolder)
  if (unreadable) {
    terminal.error(`${t.noFolder(directory, unreadable.what)}\n`)
    return undefined
  }
  const errors = problems.filter((problem) => problem.severity === 'error')
  const notes = problems.filter((problem) => problem.severity === 'note')
  for (const problem of errors) terminal.error(`${directory}/${problemLine(problem, words)}\n`)
  for (const problem of notes) terminal.out(`${t.note} ${directory}/${problemLine(problem, words)}\n`)
  if (pack === undefined || errors.length > 0) {
    terminal.error(`${t.unusable(directory, errors.length)}\n`)
    return undefined
  }
  const hash = packHash(pack)
  terminal.out(`${t.usable(directory, pack.components.length, pack.items.length, notes.length)}\n`)
  terminal.out(`${t.release(hash)}\n`)
  return { pack, hash }
}

/** What an overlay lies over. */
async function shippedPack(): Promise<Pack> {
  const outcome = await readPack(join(projectFolder, 'content', 'open-smart-cities'))
  if (!outcome.ok) throw new Error('The pack that ships has errors: check it first')
  return outcome.pack
}

function packOf({ loaded, problems }: Awaited<ReturnType<typeof examinePack>>): { pack?: Pack; problems: Problem[] } {
  return loaded ? { pack: loaded.pack, problems } : { problems }
}

async function publish(pack: Pack, hash: string, terminal: Terminal): Promise<void> {
  const t = packMessages[terminal.language]
  // A Waymark that is running on the same data goes on meanwhile.
  const access = await openAccess(readConfiguration(process.env, projectFolder), 'join')
  try {
    await migrate(access.owner, await readMigrations())
    const db = connect(access.server)
    try {
      const outcome = await publishRelease(db, pack, hash, new Date())
      terminal.out(`${outcome === 'published' ? t.published : t.alreadyPublished}\n`)
    } finally {
      await db.destroy()
    }
  } finally {
    await access.close()
  }
}
