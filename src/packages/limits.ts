/** How large a package may be: bytes, files, folders inside folders, characters. `docs/hosting.md` tells hosts. */
export const packageLimits = {
  packed: 60_000_000,
  unpacked: 150_000_000,
  file: 60_000_000,
  files: 3000,
  depth: 12,
  path: 200,
  /** Times that a file of more than `ratioFrom` bytes may grow when unpacked; text seldom reaches 20. */
  ratio: 150,
  ratioFrom: 1_000_000,
  manifest: 2_000_000,
  manifestDepth: 60,
  units: 300,
  /** Characters of the run-time data of one unit, as JSON. */
  data: 250_000,
} as const

/** The largest request that may carry a package, with its other fields. */
export const largestPackageBody = packageLimits.packed + 100_000
