import { writeCsv } from '../../platform/csv.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { ExportRow, PersonalData } from './personal-data.ts'

/** Everything of a person's, by the name of what keeps it. */
export type Everything = { name: string; rows: ExportRow[] }[]

/** Asks every room for what is a person's own; the transaction is theirs, with the purpose `export`. */
export async function collectEverything(tx: Tx, personId: string, kept: readonly PersonalData[]): Promise<Everything> {
  const everything: Everything = []
  for (const one of kept) everything.push({ name: one.name, rows: await one.export(tx, { personId }) })
  return everything
}

/** As JSON: one list for each kind. */
export function everythingAsJson(everything: Everything, at: Date): string {
  const parts = Object.fromEntries(everything.map(({ name, rows }) => [name, rows]))
  return `${JSON.stringify({ schemaVersion: 1, exportedAt: at.toISOString(), ...parts }, null, 2)}\n`
}

/** As one table that any spreadsheet opens: kind, number of the entry, field, value. */
export function everythingAsCsv(everything: Everything): string {
  const records = everything.flatMap(({ name, rows }) =>
    rows.flatMap((row, index) =>
      Object.entries(row).map(([field, value]) => [
        name,
        String(index + 1),
        field,
        value === null ? '' : String(value),
      ]),
    ),
  )
  return writeCsv(['kind', 'entry', 'field', 'value'], records)
}
