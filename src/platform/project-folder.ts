import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the program, found from this module upwards, whether it runs from the sources or from the bundle. */
export const projectFolder = findProjectFolder(dirname(fileURLToPath(import.meta.url)))

/** The folder of the bundle that is running; nothing when the sources are. A later build gets a folder of its own. */
export const buildFolder = findBuildFolder(fileURLToPath(import.meta.url))

function findBuildFolder(module: string): string | undefined {
  const [first, build] = relative(projectFolder, module).split(sep)
  return first === '.build' && build !== undefined ? join(projectFolder, first, build) : undefined
}

function findProjectFolder(start: string): string {
  let folder = start
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`No package.json above ${start}`)
    folder = parent
  }
  return folder
}
