/** Where an action stands, in the order in which it usually goes. */
export const actionStatuses = ['planned', 'doing', 'done', 'dropped'] as const

export type ActionStatus = (typeof actionStatuses)[number]
