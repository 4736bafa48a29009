import { Command } from 'commander'
import { addAssess } from './assess.ts'
import { addBackup } from './backup.ts'
import { commandMessages, helpEnd } from './command-messages.ts'
import { addDemo } from './demo.ts'
import { addMigrate } from './migrate.ts'
import { addPack } from './pack.ts'
import { addRestore } from './restore.ts'
import { type Terminal, thisTerminal } from './terminal.ts'

/** Every command of the program, in the order of its help. */
const commands = [addAssess, addPack, addDemo, addMigrate, addBackup, addRestore]

/** The whole program; it throws a `CommanderError` instead of ending the process. */
export function waymarkProgram(terminal: Terminal = thisTerminal()): Command {
  const t = commandMessages[terminal.language]
  // All of this before the commands are added: they inherit it.
  const program = new Command('waymark')
    .description(t.program)
    .helpOption('-h, --help', t.showHelp)
    .helpCommand('help [command]', t.helpCommand)
    .configureHelp({ styleTitle: (title) => t.titles[title] ?? title })
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.error })
    .showHelpAfterError(t.afterError)
    .exitOverride()
    .addHelpText(
      'after',
      `\n${t.settings}\n${helpEnd(terminal.language, terminal.language === 'fr' ? frenchExample : example)}`,
    )
  for (const add of commands) add(program, terminal)
  return program
}

const example = 'npx waymark assess answers.csv --out results'
const frenchExample = 'npx waymark assess reponses.csv --out bilan --lang fr'
