import type { PlanRequest, PlanSolution } from '../../domain/action-plan.ts'

let worker: Worker | undefined
let latest = 0

/**
 * Finds both pathways in a worker, never on the thread that draws.
 *
 * @returns nothing when a newer request came in the meantime: that one's answer is the one to show
 */
export async function solveInBrowser(request: PlanRequest): Promise<PlanSolution | undefined> {
  const address = document.getElementById('worker')?.dataset.worker ?? ''
  // A search that is no longer wanted is stopped, so that the new one starts at once.
  worker?.terminate()
  worker = new Worker(address, { type: 'module' })
  latest += 1
  const mine = latest
  const solution = await new Promise<PlanSolution>((resolve, reject) => {
    if (worker === undefined) return
    worker.onmessage = (event: MessageEvent<PlanSolution>) => resolve(event.data)
    worker.onerror = (event) => reject(new Error(event.message))
    worker.postMessage(request)
  })
  return mine === latest ? solution : undefined
}
