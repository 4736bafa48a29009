// Stands before everything else in each page of a SCORM 1.2 package.
import * as library from 'scorm-again/scorm12'
import { serveUnit } from './packages/in-frame.ts'
import type { ScormClass } from './packages/scorm-again.ts'

const { Scorm12API } = library as unknown as { Scorm12API: ScormClass }

serveUnit({
  global: 'API',
  make: (settings) => new Scorm12API(settings),
  names: {
    begin: 'LMSInitialize',
    end: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    lastError: 'LMSGetLastError',
    errorString: 'LMSGetErrorString',
    diagnostic: 'LMSGetDiagnostic',
  },
})
