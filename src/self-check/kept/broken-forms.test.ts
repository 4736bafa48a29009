import { expect, test } from 'vitest'
import { testApp } from '../../../test/test-app.ts'

const { app, log } = await testApp()
const sameSite = { 'sec-fetch-site': 'same-origin' }

const begun = await app.request('/en/self-check/without-scripts', { method: 'POST', headers: sameSite })
const home = begun.headers.get('location') ?? ''

const forms = ['profile', 'set-up', 'review', 'data-inventory', 'files', 'plan', 'documents'].map(
  (at) => `${home}/${at}`,
)

test.each([
  ['application/json', '{"document":"report-card.pdf"}'],
  ['text/plain', 'document=report-card.pdf'],
  ['multipart/form-data; boundary=x', 'no part, no boundary'],
  ['multipart/form-data', '--x'],
])(
  'a form sent as %s that cannot be read is answered with a page, and nothing is written to the log',
  async (type, body) => {
    const written = log.length
    for (const path of [...forms, '/en/self-check/documents']) {
      const answer = await app.request(path, { method: 'POST', headers: { ...sameSite, 'content-type': type }, body })
      expect(answer.status, path).toBe(400)
      expect(await answer.text()).toContain('We could not read that')
    }
    expect(log.slice(written).join('\n')).not.toMatch(/\bat .*:\d+/)
  },
)
