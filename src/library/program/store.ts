import type { FileBody, Item, LinkBody, PackageBody } from '../../content/schema.ts'
import type { Db, Tx } from '../../platform/database/connection.ts'

/** What an item that a program adds leads to. */
export type AddedBody = LinkBody | FileBody | PackageBody

export type AddedItem = {
  item: Item
  body: AddedBody
  version: number
  changedAt: Date
}

/** Items of the shipped pack that the program hides. */
export async function listHidden(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('library_hidden').select('item_id').orderBy('item_id').execute()
  return rows.map((row) => row.item_id)
}

export async function hideItem(tx: Tx, given: { item: string; at: Date; by: string }): Promise<void> {
  await tx
    .insertInto('library_hidden')
    .values({ item_id: given.item, hidden_at: given.at, hidden_by: given.by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function showItem(tx: Tx, item: string): Promise<void> {
  await tx.deleteFrom('library_hidden').where('item_id', '=', item).execute()
}

type Row = { item: unknown; body: unknown; version: number; changed_at: Date }

// Only `insertAdded` and `updateAdded` write these, from checked values.
const addedOf = (row: Row): AddedItem => ({
  item: row.item as Item,
  body: row.body as AddedBody,
  version: row.version,
  changedAt: row.changed_at,
})

/** What the program adds, the latest first; a library of more than 500 items is a pack of its own. */
export const mostAdded = 500

export async function listAdded(tx: Tx): Promise<AddedItem[]> {
  const rows = await tx
    .selectFrom('library_added')
    .select(['item', 'body', 'version', 'changed_at'])
    .orderBy('added_at', 'desc')
    .orderBy('item_id')
    .limit(mostAdded)
    .execute()
  return rows.map(addedOf)
}

export async function findAdded(tx: Tx, id: string): Promise<AddedItem | undefined> {
  const row = await tx
    .selectFrom('library_added')
    .select(['item', 'body', 'version', 'changed_at'])
    .where('item_id', '=', id)
    .executeTakeFirst()
  return row && addedOf(row)
}

/** @returns false when it is there already: the form was sent twice */
export async function insertAdded(
  tx: Tx,
  given: { item: Item; body: AddedBody; at: Date; by: string },
): Promise<boolean> {
  const added = await tx
    .insertInto('library_added')
    .values({
      item_id: given.item.id,
      item: JSON.stringify(given.item),
      body: JSON.stringify(given.body),
      file_id: given.body.kind === 'file' ? given.body.file : null,
      added_at: given.at,
      changed_at: given.at,
      changed_by: given.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** @returns false when someone changed it since `version` */
export async function updateAdded(
  tx: Tx,
  given: { item: Item; body: AddedBody; version: number; at: Date; by: string },
): Promise<boolean> {
  const changed = await tx
    .updateTable('library_added')
    .set((eb) => ({
      item: JSON.stringify(given.item),
      body: JSON.stringify(given.body),
      file_id: given.body.kind === 'file' ? given.body.file : null,
      version: eb('version', '+', 1),
      changed_at: given.at,
      changed_by: given.by,
    }))
    .where('item_id', '=', given.item.id)
    .where('version', '=', given.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Takes an item out again, with a file of it that no release names. */
export async function deleteAdded(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.deleteFrom('library_added').where('item_id', '=', id).executeTakeFirst()
  await dropUnusedFiles(tx, id)
  return gone.numDeletedRows === 1n
}

export type LibraryFile = { name: string; mediaType: string; content: Buffer }

/** Keeps a file for an item; it is sent to everyone once a release names it. */
export async function insertLibraryFile(
  tx: Tx,
  given: {
    id: string
    item: string
    name: string
    mediaType: string
    sha256: Buffer
    content: Buffer
    at: Date
    by: string
  },
): Promise<void> {
  await tx
    .insertInto('library_file')
    .values({
      id: given.id,
      item_id: given.item,
      name: given.name,
      media_type: given.mediaType,
      sha256: given.sha256,
      content: given.content,
      uploaded_at: given.at,
      uploaded_by: given.by,
    })
    .execute()
}

/**
 * A file of an item.
 *
 * @param given.publishedOnly for everyone: only what a release names
 */
export async function findLibraryFile(
  tx: Tx,
  given: { id: string; item: string; publishedOnly: boolean },
): Promise<LibraryFile | undefined> {
  let query = tx
    .selectFrom('library_file')
    .select(['name', 'media_type', 'content'])
    .where('id', '=', given.id)
    .where('item_id', '=', given.item)
  if (given.publishedOnly) query = query.where('published', '=', true)
  const row = await query.executeTakeFirst()
  return row && { name: row.name, mediaType: row.media_type, content: row.content }
}

/** Removes files of an item that neither the library nor a release names. */
export async function dropUnusedFiles(tx: Tx, item: string): Promise<void> {
  await tx
    .deleteFrom('library_file')
    .where('item_id', '=', item)
    .where('published', '=', false)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('library_added').select('item_id').whereRef('library_added.file_id', '=', 'library_file.id')),
      ),
    )
    .execute()
}

export type Publication = { release: string; base: string; hidden: string[]; added: string[]; at: Date; number: number }

/** What was published last. */
export async function findLastPublication(tx: Tx | Db): Promise<Publication | undefined> {
  const row = await tx
    .selectFrom('library_publication')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      release: row.release,
      base: row.base,
      hidden: row.hidden,
      added: row.added,
      at: row.published_at,
      number: row.number,
    }
  )
}

/** Notes a publication; its files are everyone's from here on. */
export async function insertPublication(tx: Tx, given: Publication & { by: string }): Promise<void> {
  await tx
    .insertInto('library_publication')
    .values({
      number: given.number,
      release: given.release,
      base: given.base,
      hidden: given.hidden,
      added: given.added,
      published_at: given.at,
      published_by: given.by,
    })
    .execute()
  await tx
    .updateTable('library_file')
    .set({ published: true })
    .where('id', 'in', (eb) =>
      eb.selectFrom('library_added').select('file_id').where('file_id', 'is not', null).$castTo<string>(),
    )
    .execute()
}
