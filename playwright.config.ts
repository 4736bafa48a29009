import { defineConfig, type PlaywrightTestProject } from '@playwright/test'
import { freePort } from './src/platform/database/embedded/server.ts'
import { locales } from './src/platform/languages.ts'
import { packedChromium } from './test/browser/chromium.ts'
import type { Place } from './test/browser/place.ts'

// Workers read this file again: the port that the first reading chose travels to them in the environment.
process.env.WAYMARK_TEST_PORT ??= String(await freePort())
const baseURL = `http://localhost:${process.env.WAYMARK_TEST_PORT}`
const chromium = packedChromium()

const screens = { phone: { width: 320, height: 640 }, wide: { width: 1280, height: 900 } }
type Setting = Place & { screen: keyof typeof screens }

/**
 * Walked by `npm test`; the other four by `npm run test:matrix` as well. The last one has the many short tests that run once: they fill
 * both workers up to the end.
 */
const pairs: Setting[] = [
  { language: 'en', screen: 'wide', scripts: false },
  { language: 'fr', screen: 'phone', scripts: true },
  { language: 'en', screen: 'phone', scripts: false },
  { language: 'fr', screen: 'wide', scripts: true },
]
const matrix: Setting[] = pairs.flatMap((pair) => [pair, { ...pair, scripts: !pair.scripts }])

function project(setting: Setting): PlaywrightTestProject<Place> {
  const { language, screen, scripts } = setting
  const once = setting === pairs.at(-1)
  const elsewhere = [scripts ? '@without-scripts' : '@with-scripts', ...(once ? [] : ['@once'])]
  return {
    name: `${language}, ${screen}, scripts ${scripts ? 'on' : 'off'}`,
    grepInvert: new RegExp(elsewhere.join('|')),
    use: {
      language,
      scripts,
      javaScriptEnabled: scripts,
      locale: locales[language],
      viewport: screens[screen],
      hasTouch: screen === 'phone',
      // Half of the pairs are walked by someone who asked their device for less motion.
      contextOptions: { reducedMotion: pairs.indexOf(setting) === 0 || pairs.indexOf(setting) === 1 ? 'reduce' : null },
    },
  }
}

export default defineConfig<Place>({
  testDir: 'test/browser',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
  use: {
    baseURL,
    timezoneId: 'America/Toronto',
    trace: 'off',
    launchOptions: {
      executablePath: chromium.executablePath,
      env: { ...process.env, ...chromium.env } as Record<string, string>,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
  projects: (process.env.WAYMARK_TEST_MATRIX === 'full' ? matrix : pairs).map(project),
  webServer: {
    command: 'exec node scripts/serve-for-tests.mjs || node scripts/serve-for-tests.mjs',
    url: `${baseURL}/healthz`,
    env: { PORT: process.env.WAYMARK_TEST_PORT, DATABASE_URL: '' },
    stdout: 'pipe',
    stderr: 'pipe',
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
