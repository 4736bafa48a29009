import type { World } from './world.ts'

/** One thread of the story. It yields how many days before today it goes on; threads take turns, so that time only passes. */
export type Thread = AsyncGenerator<number, void, void>

/** Tells every thread to its end, always going on with the one that is earliest. */
export async function tell(world: World, threads: readonly Thread[], progress: (done: number) => void): Promise<void> {
  const waiting: { thread: Thread; day: number }[] = []
  let done = 0
  const goOn = async (thread: Thread) => {
    const step = await thread.next()
    if (step.done) progress(++done)
    else waiting.push({ thread, day: step.value })
  }
  for (const thread of threads) await goOn(thread)
  while (waiting.length > 0) {
    const next = waiting.reduce((first, one) => (one.day > first.day ? one : first))
    waiting.splice(waiting.indexOf(next), 1)
    world.at(next.day)
    await goOn(next.thread)
  }
}
