import { expect, test } from 'vitest'
import { newRecord, type SelfCheckRecord } from './record.ts'
import { soundRecord } from './sound-record.ts'

const whole: SelfCheckRecord = {
  ...newRecord({ id: 'one', now: new Date('2030-01-01T12:00:00Z'), release: 'a'.repeat(64), pack: 'p' }),
  profile: { communityType: 'town', languages: ['en', 'fr'] },
  answers: {
    upkeep: {
      given: { practice: 2, knowledge: 'dk' },
      wanted: 3,
      importance: 1,
      note: 'two lists',
      rubricVersion: null,
    },
    sharing: { given: { practice: 'na', knowledge: null }, reasons: { practice: 'None here' }, rubricVersion: 2 },
  },
  needs: ['upkeep'],
  form: 'full',
  variant: 'municipal',
  hours: 0.5,
  weeks: 12,
  chosen: 'A',
  carried: {
    respondent: 'r1',
    agreed: { upkeep: { practice: 2 } },
    // biome-ignore lint/suspicious/noThenProperty: the column is called so in the files; it holds a number and is never awaited
    rows: { upkeep: { practice: { evidence: 'a list', then: 1 } } },
  },
}

test('a sound self-check comes back as it was', () => {
  expect(soundRecord(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
})

test('damaged parts are left out and the rest stays', () => {
  const damaged = {
    ...whole,
    updatedAt: 'yesterday',
    hours: 'many',
    weeks: -3,
    chosen: 'C',
    needs: ['upkeep', 7],
    profile: { communityType: 5, languages: ['en', null] },
    answers: { upkeep: 'x', sharing: { given: { practice: 1.5, knowledge: 2 }, wanted: {}, note: 4 }, gone: null },
    carried: [],
  }
  const { carried: _, hours: _h, weeks: _w, chosen: _c, ...rest } = whole
  expect(soundRecord(damaged)).toEqual({
    ...rest,
    updatedAt: '1970-01-01T00:00:00.000Z',
    profile: { languages: ['en'] },
    answers: { sharing: { given: { knowledge: 2 } } },
  })
})

test.each([null, 'text', 7, [], {}, { schema: 2, answers: {} }, { schema: 1, answers: [] }])(
  '%j is no self-check',
  (value) => {
    expect(soundRecord(value)).toBeUndefined()
  },
)
