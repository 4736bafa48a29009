import type { Tx } from '../../platform/database/connection.ts'

/** A value of an export that fits a cell of a table as well as JSON. */
export type ExportCell = string | number | boolean | null

/** One row of what a room keeps about a person. */
export type ExportRow = Record<string, ExportCell>

/**
 * What a room keeps about people, so that one page can show, export, withdraw and delete it. A room hands this in through `app.ts`;
 * the people room knows none of them.
 *
 * Each function runs in a transaction as the person, with the purpose `export`, so that what is theirs is theirs to read and let
 * go of even after they left the community. None throws when there is nothing.
 */
export type PersonalData = {
  /** Key in the export, and file name of its table: `answers`. */
  name: string
  /** Everything of theirs, and nothing that someone else said. At most some thousands of rows. */
  export(tx: Tx, person: { personId: string }): Promise<ExportRow[]>
  /**
   * Takes their contributions out of what is computed from now on. What was published stays.
   *
   * @param given.journeyId left out, every journey of the community
   * @returns how many things it took out
   */
  withdraw?(
    tx: Tx,
    given: { personId: string; communityId: string; journeyId?: string | undefined; at: Date },
  ): Promise<number>
  /**
   * Deletes what is theirs alone and takes their name off what the community keeps. Called before the account goes; references to
   * the person that the database clears by itself need no care.
   *
   * @returns how many things it deleted
   */
  erase?(tx: Tx, given: { personId: string; at: Date }): Promise<number>
}
