/** The thing asked for does not exist, or is not this person's to see: the two are never told apart. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError'
}

/** The person is known, and may see the thing, but may not do this to it. */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError'
}

/** Someone changed the same thing in the meantime; what was sent has not been saved. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'
}

/** There is more to do just now than the service can do; the same request may succeed in a moment. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
}
