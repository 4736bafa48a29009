import { expect, test } from 'vitest'
import { agrees, neededFolders } from '../../scripts/installation.mjs'

const library = { version: '1.0.0', integrity: 'sha512-a' }
const tool = { version: '2.0.0', integrity: 'sha512-b', dev: true }
const otherMachine = { version: '3.0.0', integrity: 'sha512-c', optional: true, os: ['plan9'], cpu: [process.arch] }
const thisMachine = { ...otherMachine, os: [process.platform] }
const lock = {
  packages: {
    '': {},
    'node_modules/library': library,
    'node_modules/tool': tool,
    'node_modules/node-linux-plan9': otherMachine,
    'node_modules/node-linux-here': thisMachine,
  },
}
const runtime = { 'node_modules/library': library, 'node_modules/node-linux-here': thisMachine }

test('nothing installed needs an installation', () => {
  expect(agrees(lock, undefined, 'run')).toBe(false)
})

test('tools are needed for testing, not for running', () => {
  expect(agrees(lock, { packages: runtime }, 'run')).toBe(true)
  expect(agrees(lock, { packages: runtime }, 'all')).toBe(false)
  expect(agrees(lock, { packages: { ...runtime, 'node_modules/tool': tool } }, 'all')).toBe(true)
})

test('another version, or the same version with other bytes, is not what the lock file names', () => {
  const older = { ...runtime, 'node_modules/library': { ...library, version: '0.9.0' } }
  const other = { ...runtime, 'node_modules/library': { ...library, integrity: 'sha512-z' } }
  expect(agrees(lock, { packages: older }, 'run')).toBe(false)
  expect(agrees(lock, { packages: other }, 'run')).toBe(false)
})

test('a runtime for this machine must be there, one for another machine need not', () => {
  expect(agrees(lock, { packages: { 'node_modules/library': library } }, 'run')).toBe(false)
})

test('folders of the packages that are named, and of those made for this machine, are looked for', () => {
  const named = { dependencies: { library: '1.0.0' }, devDependencies: { tool: '2.0.0' } }
  const withNames = { packages: { ...lock.packages, '': named } }
  expect(neededFolders(withNames, 'run')).toEqual(['node_modules/library', 'node_modules/node-linux-here'])
  expect(neededFolders(withNames, 'all')).toEqual([
    'node_modules/library',
    'node_modules/tool',
    'node_modules/node-linux-here',
  ])
})
