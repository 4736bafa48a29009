import { type ChildProcess, spawn } from 'node:child_process'
import { freePort } from '../../../src/platform/database/embedded/server.ts'
import { type MailServer, startMailServer } from './mail-server.ts'

/** A service of its own: nobody is in it yet, and its mail arrives. */
export type Service = {
  origin: string
  /** The link of the first start, which makes the administrator, in each language. */
  firstLinks: string[]
  mail: MailServer
  stop(): Promise<void>
}

const longestStart = 50_000

/** Starts the built service on fresh data, with a mail server beside it. */
export async function startService(): Promise<Service> {
  const mail = await startMailServer()
  const port = await freePort()
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: '',
    WAYMARK_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    WAYMARK_MAIL_FROM: 'waymark@example.org',
  }
  const child = spawn(process.execPath, ['scripts/serve-for-tests.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed = await printedUntilReady(child)
  return {
    origin: `http://localhost:${port}`,
    firstLinks: printed.match(/http\S+\/sign-in\/first\S+/g) ?? [],
    mail,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await mail.stop()
    },
  }
}

function printedUntilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const giveUp = (why: string) => reject(new Error(`the service did not start (${why}):\n${printed}`))
    const timer = setTimeout(() => giveUp('it takes too long'), longestStart)
    const read = (chunk: Buffer) => {
      printed += chunk
      if (!/Waymark is ready/.test(printed)) return
      clearTimeout(timer)
      resolve(printed)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (status) => giveUp(`it ended with ${status}`))
  })
}
