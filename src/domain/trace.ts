/**
 * The numbers behind a figure, so that anyone can work it out again by hand.
 * `rule` names the rule in the method guide (for example `4.2 mean`); `from` holds the inputs by name, at full precision.
 */
export type Trace = {
  rule: string
  from: Record<string, number | string | boolean | null | readonly (number | string | null)[]>
  value: number | string | null
}
