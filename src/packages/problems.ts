/** Why an archive or what is in it cannot be taken; the messages say each in words, with what to do. */
export const packageProblems = [
  // The archive
  'no-file',
  'too-large',
  'not-zip',
  'broken',
  'too-many-files',
  'unpacks-too-large',
  'file-too-large',
  'bomb',
  'too-deep',
  'long-path',
  'outside',
  'backslash',
  'link',
  'encrypted',
  'method',
  'same-name',
  'infected',
  'cannot-check',
  // What it is
  'in-a-folder',
  'aicc',
  'other-standard',
  'html-only',
  'no-manifest',
  // Its manifest
  'manifest-too-large',
  'manifest-declares-entities',
  'manifest-not-xml',
  'manifest-too-deep',
  'not-scorm',
  'no-organization',
  'no-units',
  'too-many-units',
  'missing-resource',
  'launch-elsewhere',
  'launch-outside',
  'launch-missing',
  'launch-other-case',
  'other-standard-than-before',
] as const

export type PackageProblemReason = (typeof packageProblems)[number]

/** `detail` names the file, item or line that it is about; empty where nothing needs naming. */
export type PackageProblem = { ok: false; reason: PackageProblemReason; detail: string }

export function problem(reason: PackageProblemReason, detail = ''): PackageProblem {
  return { ok: false, reason, detail }
}
