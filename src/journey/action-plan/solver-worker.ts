import { parentPort } from 'node:worker_threads'
import { type PlanRequest, solvePlan } from '../../domain/pathways/two-pathways.ts'

/** Answers each `PlanRequest` with its `PlanSolution`. One request at a time: the pool waits for the answer. */
parentPort?.on('message', (request: PlanRequest) => parentPort?.postMessage(solvePlan(request)))
