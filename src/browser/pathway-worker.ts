import { type PlanRequest, solvePlan } from '../domain/pathways/two-pathways.ts'

/** A Web Worker: takes a `PlanRequest`, posts its `PlanSolution`, in the order of the requests. */
addEventListener('message', (event: MessageEvent<PlanRequest>) => postMessage(solvePlan(event.data)))
