import type { OpenlyAsked } from './endpoint.ts'

type PageQuery = { page: number; limit: number }

/** What a store has to skip and to fetch; one more than shown says that there is another page. */
export function firstOf({ page, limit }: PageQuery): { offset: number; limit: number } {
  return { offset: (page - 1) * limit, limit: limit + 1 }
}

/** A page and the address of the next one. */
export function pageOf<Item>(fetched: Item[], asked: OpenlyAsked, { page, limit }: PageQuery) {
  const more = fetched.length > limit
  return { items: fetched.slice(0, limit), next: more ? `${asked.path}?page=${page + 1}&limit=${limit}` : null }
}
