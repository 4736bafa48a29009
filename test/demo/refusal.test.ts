import { expect, test } from 'vitest'
import { prepareDemo } from '../../src/demo/index.ts'
import { insertCast } from '../../src/demo/store.ts'
import { aPerson } from '../builders/communities.ts'
import { testApp } from '../test-app.ts'

const attempt = ({ db, deps }: Awaited<ReturnType<typeof testApp>>) =>
  prepareDemo({
    db,
    today: new Date(),
    queueMail: deps.queueMail,
    write: () => undefined,
    open: () => {
      throw new Error('nothing may be opened')
    },
  })

test('a database with anyone in it who is not of the demonstration is refused, and so is a filling that was cut short', async () => {
  const service = await testApp()
  const { db, clock } = service
  await insertCast(db, clock.time)
  await expect(attempt(service)).rejects.toThrow('The demonstration was interrupted')
  await aPerson(service, { email: 'someone@example.org' })
  await expect(attempt(service)).rejects.toThrow('people in this database who are not of the demonstration')
})
