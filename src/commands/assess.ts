import { join } from 'node:path'
import { type Command, type CommanderError, Option } from 'commander'
import { contentMessages } from '../content/messages.ts'
import { problemLine } from '../content/problems.ts'
import { readPack } from '../content/read.ts'
import type { Pack } from '../content/schema.ts'
import { draftPlan } from '../domain/action-plan.ts'
import type { AnswerSet } from '../domain/answers.ts'
import { askedComponents, planBasis } from '../domain/plan-basis.ts'
import { reportCard } from '../domain/report-card.ts'
import { projectFolder } from '../platform/project-folder.ts'
import { readAnswersFile, readProfileFile } from './assess/inputs.ts'
import { assessMessages } from './assess/messages.ts'
import { type AssessOptions, documentNames, type GivenOptions, readOptions } from './assess/options.ts'
import { OutputError, OutputFolder } from './assess/output-folder.ts'
import { Progress } from './assess/progress.ts'
import { type Terminal, thisTerminal } from './terminal.ts'

/** 0: written. 1: something went wrong that is not in what was given. 2: something given cannot be used. */
export type ExitStatus = 0 | 1 | 2

const shippedPack = join(projectFolder, 'content', 'open-smart-cities')

/** `waymark assess`: from a file of answers to a report card and an action plan, without a browser or a database. */
export function addAssess(program: Command, terminal: Terminal = thisTerminal()): void {
  const t = assessMessages[terminal.language]
  const { placeholders: value, options: about } = t
  const command = program
    .command('assess')
    .description(t.about)
    .usage(`${value.answers} --out ${value.folder} […]`)
    .argument(`<${value.answers}>`, t.answers)
    .addOption(new Option(`--out <${value.folder}>`, about.out))
    .addOption(new Option(`--pack <${value.folder}>`, about.pack))
    .addOption(new Option(`--profile <${value.file}>`, about.profile))
    .addOption(new Option(`--lang <${value.language}>`, about.lang))
    .addOption(new Option(`--hours <${value.number}>`, about.hours))
    .addOption(new Option(`--weeks <${value.number}>`, about.weeks))
    .addOption(new Option(`--format <${value.list}>`, about.format))
    .addOption(new Option(`--community <${value.name}>`, about.community))
    .addOption(new Option('--both-agreed', about.bothAgreed))
    .helpOption('-h, --help', t.showHelp)
    .configureHelp({ styleTitle: (title) => t.titles[title] ?? title })
    .addHelpText('after', t.help)
    .showHelpAfterError(false)
    .configureOutput({ writeOut: terminal.out, outputError: () => {} })
    .exitOverride((error) => {
      const words = usageProblem(error, t)
      if (words !== undefined) terminal.error(`${words}\n`)
      throw error
    })
  command.action(async (answers: string, given: GivenOptions) => {
    process.exitCode = await assess(answers, given, terminal)
  })
}

/**
 * Reads the answers, works out report card and plan, and writes the documents. Every problem is one line on standard error.
 * @param answersPath CSV or JSON
 */
export async function assess(answersPath: string, given: GivenOptions, terminal: Terminal): Promise<ExitStatus> {
  const progress = new Progress(terminal)
  const refuse = (lines: readonly string[], status: ExitStatus = 2) => {
    progress.end()
    terminal.error(lines.map((line) => `${line}\n`).join(''))
    return status
  }
  const read = readOptions(given, terminal.language)
  if (!read.ok) return refuse(read.lines)
  const { options } = read
  const t = assessMessages[options.language]
  const inputs = await readInputs(answersPath, options, progress)
  if (!inputs.ok) return refuse(inputs.lines)
  const { answers, hash } = inputs
  try {
    const output = await OutputFolder.open(options.out, documentNames(options))
    const { files, withheld } = await documentsFor(inputs, options, progress, terminal.today())
    await output.commit(files)
    progress.end()
    if (answers.release !== undefined && answers.release !== hash) terminal.error(`${t.otherRelease}\n`)
    if (withheld) terminal.error(`${t.pairWithheld}\n`)
    terminal.out(`${t.written(options.out)}\n${files.map(({ name }) => `  ${name}\n`).join('')}`)
    return 0
  } catch (fault) {
    progress.end()
    if (!(fault instanceof OutputError)) throw fault
    const { problem } = fault
    const detail = problem.code === 'unusable' ? ` (${problem.detail})` : ''
    const line = t.line(problem.path, {}, `${t.output[problem.code]}${detail}`)
    return refuse([line], problem.code === 'full' ? 1 : 2)
  }
}

type Inputs = { pack: Pack; hash: string; answers: AnswerSet }

/** Pack, answers and profile; the problems of answers and profile are told together. */
async function readInputs(
  answersPath: string,
  options: AssessOptions,
  progress: Progress,
): Promise<({ ok: true } & Inputs) | { ok: false; lines: string[] }> {
  const { language } = options
  const t = assessMessages[language]
  progress.step(t.steps.pack)
  const packFolder = options.pack ?? shippedPack
  const words = contentMessages[language]
  const read = await readPack(packFolder, { t: words })
  if (!read.ok) {
    const errors = read.problems.filter((problem) => problem.severity === 'error')
    return { ok: false, lines: [t.pack(packFolder), ...errors.map((problem) => problemLine(problem, words))] }
  }
  const { pack, hash } = read

  progress.step(t.steps.answers)
  const answers = await readAnswersFile(pack, answersPath, language)
  const profile = options.profile === undefined ? undefined : await readProfileFile(pack, options.profile, language)
  if (!answers.ok || profile?.ok === false) {
    const lines = [answers, profile].flatMap((reading) => (reading === undefined || reading.ok ? [] : reading.lines))
    return { ok: false, lines: [...lines, t.nothingWritten] }
  }
  const withProfile = profile === undefined ? answers.value : { ...answers.value, profile: profile.value }
  return { ok: true, pack, hash, answers: withProfile }
}

async function documentsFor({ pack, hash, answers }: Inputs, options: AssessOptions, progress: Progress, date: string) {
  const { language, hours, weeks } = options
  const t = assessMessages[language]
  progress.step(t.steps.card)
  const basis = planBasis(pack, answers.profile, {
    answeredComponents: askedComponents(answers),
    ...(hours === undefined ? {} : { hours }),
    ...(weeks === undefined ? {} : { weeks }),
  })
  const card = reportCard({ pack, release: hash, answers, basis })

  progress.step(t.steps.pathways)
  const plan = draftPlan({ pack, card, basis })

  progress.step(t.steps.documents)
  // Only now: the other commands and --help do without the typesetter.
  const { makeDocuments } = await import('./assess/documents.ts')
  return makeDocuments({ pack, card, plan, options, date })
}

function usageProblem(error: CommanderError, t: (typeof assessMessages)['en']): string | undefined {
  const option = /'(?:-\w, )?(--?[\w-]+)/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.missingArgument':
      return t.missingArgument
    case 'commander.excessArguments':
      return t.tooManyArguments
    case 'commander.unknownOption':
      return t.unknownOption(option)
    case 'commander.optionMissingArgument':
      return t.missingValue(option)
    default:
      return undefined
  }
}
