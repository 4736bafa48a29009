// Stands before everything else in each page of a SCORM 2004 package.
import * as library from 'scorm-again/scorm2004'
import { serveUnit } from './packages/in-frame.ts'
import type { ScormClass } from './packages/scorm-again.ts'

const { Scorm2004API } = library as unknown as { Scorm2004API: ScormClass }

serveUnit({
  global: 'API_1484_11',
  make: (settings) => new Scorm2004API(settings),
  names: {
    begin: 'Initialize',
    end: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    lastError: 'GetLastError',
    errorString: 'GetErrorString',
    diagnostic: 'GetDiagnostic',
  },
})
