/** How the ids of rows are written. What an address or a form gives is tried against it before the database sees it. */
export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
