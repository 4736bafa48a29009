import { expect, test } from 'vitest'
import { aTerminal } from '../../../test/builders/terminal.ts'
import { Progress } from './progress.ts'

test('on a terminal one line is drawn over and cleared at the end', () => {
  const { terminal, printed } = aTerminal()
  const progress = new Progress({ ...terminal, watched: true })
  progress.step('A long first step')
  progress.step('Short')
  progress.end()
  progress.end()
  expect(printed.error).toBe(`\rA long first step…\rShort…${' '.repeat(12)}\r${' '.repeat(6)}\r`)
})

test('in a log, steps are lines and only once the work has become long', () => {
  const { terminal, printed } = aTerminal()
  let now = 0
  const progress = new Progress({ ...terminal, elapsed: () => now })
  progress.step('Reading')
  now = 2000
  progress.step('Comparing')
  progress.end()
  expect(printed.error).toBe('Comparing…\n')
})
