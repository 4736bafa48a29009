import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildFolder, projectFolder } from './project-folder.ts'

/**
 * The file to hand to `new Worker(…)` for a worker thread of the server.
 *
 * @param name the worker's source below `src/`, without its ending: `journey/action-plan/solver-worker`
 * @returns the worker of the same bundle when the program runs from the bundle, else the source (Node strips its types)
 */
export function workerFile(name: string): URL {
  return pathToFileURL(
    buildFolder === undefined ? join(projectFolder, 'src', `${name}.ts`) : join(buildFolder, 'server', `${name}.js`),
  )
}
