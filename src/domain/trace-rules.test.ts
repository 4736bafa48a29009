import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('every rule that a trace names is listed in the method guide', () => {
  const sources = globSync('src/domain/**/*.ts').filter((file) => !file.endsWith('.test.ts'))
  const rules = new Set(
    sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/'(\d\.\d+ [a-z][a-z ]*)'/g)].map(([, rule]) => rule),
    ),
  )
  const guide = readFileSync('docs/method.md', 'utf8') + readFileSync('docs/method-4.7.md', 'utf8')
  expect(rules.size).toBeGreaterThan(20)
  expect([...rules].filter((rule) => !guide.includes(`\`${rule}\``))).toEqual([])
})
