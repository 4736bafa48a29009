// What CI runs: every check, then Vitest, then Playwright. The last line adds them up.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { runChecks } from './check.mjs'
import { root } from './installation.mjs'

const reports = join(root, '.cache', 'reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const matrix = process.argv.includes('--matrix')
const build = { passed: 0, failed: 0 }
if (await ensureBuilt()) build.passed = 1
else build.failed = 1
const results = [build, runChecks(), runVitest(), runPlaywright()]

const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1

/** Runs a tool and reads the numbers from its report; a tool that could not run, or ran nothing, counts as failed. */
function runTool(args, environment, report, count) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  })
  let counted = { passed: 0, failed: 0 }
  try {
    counted = count(JSON.parse(readFileSync(report, 'utf8')))
  } catch (error) {
    console.error(`No report in ${report}: ${error.message}`)
  }
  const wentWrong = status !== 0 || counted.passed + counted.failed === 0
  return wentWrong && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

function runVitest() {
  const report = join(reports, 'vitest.json')
  const tool = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [tool, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  return runTool(args, {}, report, (result) => ({
    passed: result.numPassedTests,
    // A file that does not load, and a test that was left out, have not passed.
    failed:
      result.numFailedTests +
      result.numPendingTests +
      result.numTodoTests +
      result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
  }))
}

function runPlaywright() {
  const report = join(reports, 'playwright.json')
  const tool = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(matrix ? { WAYMARK_TEST_MATRIX: 'full' } : {}) }
  const args = [tool, 'test', '--reporter=line,json']
  return runTool(args, environment, report, ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
  }))
}
