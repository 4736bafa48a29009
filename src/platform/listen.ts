import { once } from 'node:events'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { StartError } from './start-error.ts'

export type Listening = {
  /** The address to open on this machine. */
  url: string
  /** Answers what has begun, takes nothing new, and returns when all is answered or ten seconds are over. */
  stop(): Promise<void>
}

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>

const grace = 10_000

/**
 * Listens for requests.
 *
 * @param port 0 takes a free one
 * @throws StartError when the port is in use or may not be used
 */
export async function listen(fetch: Fetch, { port, host }: { port: number; host?: string }): Promise<Listening> {
  const server = serve({ fetch, port, ...(host === undefined ? {} : { hostname: host }) }) as Server
  try {
    if (!server.listening) await once(server, 'listening')
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, port, host)
  }
  const address = server.address()
  const actual = address === null || typeof address === 'string' ? port : address.port
  const name = host === undefined || host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return {
    url: `http://${name.includes(':') ? `[${name}]` : name}:${actual}/`,
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      const timer = setTimeout(() => server.closeAllConnections(), grace)
      await closed
      clearTimeout(timer)
    },
  }
}

function explain(error: NodeJS.ErrnoException, port: number, host: string | undefined): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartError({
      en: `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
      fr: `Le port ${port} est utilisé par un autre programme. Arrêtez-le, ou choisissez un autre port : PORT=${port + 1} npm start`,
    })
  }
  if (error.code === 'EACCES') {
    return new StartError({
      en: `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=3000 npm start`,
      fr: `Le port ${port} demande plus de droits que n’en a cet utilisateur. Choisissez-en un au-dessus de 1023 : PORT=3000 npm start`,
    })
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartError({
      en: `HOST=${host} is not an address of this machine. Leave HOST empty to listen on all of them.`,
      fr: `HOST=${host} n’est pas une adresse de cette machine. Laissez HOST vide pour écouter sur toutes ses adresses.`,
    })
  }
  return error
}
