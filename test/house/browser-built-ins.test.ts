import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { projectFolder } from '../../src/platform/project-folder.ts'

/*
 * The islands are built for Safari 16.4. esbuild rewrites syntax that is newer, never functions: what such a browser lacks would
 * only fail on a visitor's device.
 */

const folder = join(projectFolder, 'src', 'browser')
const islands = readdirSync(folder)
  .filter((name) => /(?<!\.test|\.d)\.tsx?$/.test(name))
  .map((name) => join(folder, name))

/** The newest of the language's own libraries that Safari 16.4 has whole. */
const libraries = ['lib.es2022.d.ts', 'lib.es2023.array.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts']

/** Functions of the language and of browsers that came after Safari 16.4, by the way they are called. */
const tooNew = [
  /\b(?:Map|Object)\.groupBy\(/,
  /\bPromise\.(?:withResolvers|try)\(/,
  /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
  /\.(?:values|keys|entries)\(\)\.(?:map|filter|take|drop|flatMap|reduce|toArray|forEach|some|every|find)\(/,
  /\bIterator\.from\(/,
  /\bURL\.(?:canParse|parse)\(/,
  /\bAbortSignal\.any\(/,
  /\.checkVisibility\(/,
  /\.(?:showPopover|hidePopover|togglePopover)\(/,
  /\bUint8Array\.fromBase64\(|\.toBase64\(/,
  /\bRegExp\.escape\(/,
  /\bMath\.sumPrecise\(/,
]

test('the code of the islands type-checks against what Safari 16.4 has', () => {
  const program = ts.createProgram(islands, {
    target: ts.ScriptTarget.ES2022,
    lib: libraries,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    jsx: ts.JsxEmit.ReactJSX,
    jsxImportSource: 'hono/jsx',
    noEmit: true,
    allowImportingTsExtensions: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
  })
  // 2339 and 2550: a property or function that these libraries do not have.
  const problems = ts
    .getPreEmitDiagnostics(program)
    .filter(({ code, file }) => (code === 2339 || code === 2550) && file?.fileName.includes('/src/'))
    .map(({ file, start, messageText }) => {
      const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1
      return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    })
  expect(problems).toEqual([])
})

test('what the islands bundle, packages included, calls nothing that Safari 16.4 lacks', async () => {
  const { outputFiles } = await build({
    entryPoints: islands,
    outdir: 'unused',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['es2022', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    define: { 'process.env.NODE_ENV': '"production"' },
    absWorkingDir: projectFolder,
    logLevel: 'error',
  })
  expect(outputFiles.length).toBeGreaterThanOrEqual(islands.length)
  const found = outputFiles.flatMap(({ path, text }) =>
    tooNew.flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'g'))].map(([call]) => `${path}: ${call}`)),
  )
  expect(found).toEqual([])
})
