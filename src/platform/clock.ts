/** The clock is handed to whoever needs the time, so that tests choose it. */
export type Now = () => Date

export const systemClock: Now = () => new Date()
