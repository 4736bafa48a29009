/**
 * What is used of the library. Its own types name their neighbours without an ending, which this project's compiler does not follow,
 * and speak of a default export where its modules have a named one.
 */
export type ScormApi = {
  loadFromFlattenedJSON(values: Record<string, string>): void
  renderCommitObject(ending: boolean, withTime: boolean): ScormCommit
  isInitialized(): boolean
  isNotInitialized(): boolean
  isTerminated(): boolean
}

export type ScormCommit = {
  completionStatus: 'unknown' | 'incomplete' | 'completed'
  successStatus: 'unknown' | 'passed' | 'failed'
  totalTimeSeconds: number
  score?: Record<string, unknown>
  runtimeData: Record<string, unknown>
}

export type ScormSettings = {
  lmsCommitUrl: string
  dataCommitFormat: 'flattened'
  renderCommonCommitFields: true
  autocommit: false
  logLevel: 'NONE'
  onLogMessage(): void
  httpService: {
    processHttpRequest(
      url: string,
      commit: ScormCommit,
      immediate: boolean,
      log: unknown,
      listeners: unknown,
      about?: { isTerminateCommit: boolean },
    ): { result: 'true'; errorCode: 0 }
    updateSettings(): void
  }
}

export type ScormClass = new (settings: ScormSettings) => ScormApi
