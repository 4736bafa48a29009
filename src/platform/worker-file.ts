import { pathToFileURL } from 'node:url'
import { projectFolder } from './project-folder.ts'

/**
 * The file to hand to `new Worker(…)` for a worker thread of the server.
 *
 * @param name the worker's source below `src/`, without its ending: `platform/pathway-worker`
 * @returns the bundled worker when the program runs from the bundle, else the source (Node strips its types)
 */
export function workerFile(name: string): URL {
  const bundled = !import.meta.url.endsWith('.ts')
  const path = bundled ? `.build/server/${name}.js` : `src/${name}.ts`
  return new URL(path, pathToFileURL(`${projectFolder}/`))
}
