import { expect, test } from 'vitest'
import { explainServerLog } from './trouble.ts'

test.each([
  [
    'a full disk',
    'FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device',
    /disk is full.*\/srv\/data/,
    /disque est plein/,
  ],
  [
    'a read-only disk',
    'FATAL:  could not open lock file "postmaster.pid": Read-only file system',
    /read-only/,
    /lecture seule/,
  ],
  ['files of another user', 'FATAL:  data directory "/srv/data" has wrong ownership', /may not write/, /pas le droit/],
  [
    'anything else',
    'LOG:  starting\nPANIC:  could not locate a valid checkpoint record',
    /did not start.*\n.*PANIC: {2}could not locate/,
    /n’a pas démarré/,
  ],
])('%s is explained in both languages', (_what, log, english, french) => {
  const explained = explainServerLog(log, '/srv/data')
  expect(explained.message).toMatch(english)
  expect(explained.inFrench).toMatch(french)
})
