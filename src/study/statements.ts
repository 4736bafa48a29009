import type { Text } from '../content/schema.ts'
import type { StudyEvent } from './event-store.ts'
import { activityTypes, identifiersOf, type ObjectKind, verbs } from './identifiers.ts'

type Names = {
  origin: string
  personId: string
  titleOf: (item: string) => Text | undefined
  lessonTitleOf: (item: string, lesson: string) => Text | undefined
}

/** A learning event in the shape of an xAPI statement (IEEE 9274.1.1); the account names the person without their address. */
export function statementOf(event: StudyEvent, names: Names): Record<string, unknown> {
  const verb = Object.values(verbs).find(({ id }) => id === event.verb)
  const { item, lesson } = partsOf(event.object, names.origin)
  const title = item === undefined ? undefined : lesson ? names.lessonTitleOf(item, lesson) : names.titleOf(item)
  const { result } = event
  return {
    id: event.id,
    actor: { objectType: 'Agent', account: { homePage: names.origin, name: names.personId } },
    verb: { id: event.verb, ...(verb ? { display: verb.display } : {}) },
    object: {
      objectType: 'Activity',
      id: event.object,
      definition: {
        type: activityTypes[event.objectKind as ObjectKind] ?? activityTypes.item,
        ...(title ? { name: title } : {}),
      },
    },
    ...(result
      ? {
          result: {
            ...(result.completion ? { completion: true } : {}),
            ...(result.score
              ? {
                  score: {
                    raw: result.score.raw,
                    min: 0,
                    max: result.score.max,
                    scaled: result.score.max === 0 ? 0 : result.score.raw / result.score.max,
                  },
                }
              : {}),
          },
        }
      : {}),
    ...(item !== undefined && identifiersOf(names.origin).item(item) !== event.object
      ? {
          context: {
            contextActivities: { parent: [{ objectType: 'Activity', id: identifiersOf(names.origin).item(item) }] },
          },
        }
      : {}),
    timestamp: event.at.toISOString(),
    version: '1.0.3',
  }
}

/** What an identifier names: an item, and a lesson of it. */
function partsOf(iri: string, origin: string): { item?: string; lesson?: string } {
  const [, item, lesson] = /^\/id\/item\/([^/]+)(?:\/lesson\/([^/]+))?/.exec(iri.slice(origin.length)) ?? []
  return { ...(item === undefined ? {} : { item }), ...(lesson === undefined ? {} : { lesson }) }
}
