import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { errorSchema } from './schemas.ts'

/** Where the API begins. */
export const apiBase = '/api/v1'

const words = {
  community: 'Id of a community that you may see.',
  journey: 'Id of a journey of such a community.',
  document: 'Id of a published document of the journey.',
  release: 'Hash of a release.',
} as Record<string, string>

/** The description of the API (OpenAPI 3.1), made from the endpoints that the routes are made from. */
export function openApi(endpoints: readonly Endpoint[]): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Waymark',
      version: '1',
      description:
        'Reads what a person may read in Waymark. A token is made in the account, under “Access for programs”, with what it may read and when it ends; it acts as its person and never reaches further. Reads by staff of what belongs to a community are logged, and the community sees them.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: apiBase }],
    security: [{ token: [] }],
    paths: Object.fromEntries(endpoints.map((one) => [one.path, { get: operationOf(one) }])),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token of the account: wm_ and 43 characters.' },
      },
      schemas: { Error: schemaOf(errorSchema) },
    },
  }
}

function operationOf(one: Endpoint) {
  const error = (description: string) => ({
    description,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  })
  const other = Object.fromEntries((one.otherForms ?? []).map((type) => [type, { schema: { type: 'string' } }]))
  return {
    operationId: one.operationId,
    summary: one.summary,
    description: !one.open && one.scope ? `${one.description}\n\nScope: ${one.scope}.` : one.description,
    ...(one.open ? { security: [] } : {}),
    parameters: [...pathParameters(one.path), ...queryParameters(one.query)],
    responses: {
      200: {
        description: one.summary,
        content: { 'application/json': { schema: schemaOf(one.answer) }, ...other },
      },
      400: error('The query cannot be used.'),
      ...(one.open
        ? {}
        : {
            401: error('No token, or one that no longer holds.'),
            403: error('The token or its person may not read this.'),
          }),
      404: error('There is nothing here that the person may see.'),
      429: error('Too many requests; Retry-After says how long to wait.'),
    },
  }
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: words[name],
    schema: { type: 'string' },
  }))
}

function queryParameters(query: z.ZodObject) {
  const { properties = {} } = schemaOf(query, 'input') as { properties?: Record<string, { description?: string }> }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: false,
    description,
    schema,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
