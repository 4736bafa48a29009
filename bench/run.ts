// Runs every benchmark, one after the other so that none disturbs another: `npm run bench`, or `npm run bench -- scoring pages`.
import { spawnSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'

const all = ['scoring', 'pathways', 'pdf', 'pages', 'service', 'search']
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`There is no benchmark named ${unknown.join(', ')}; there are: ${all.join(', ')}`)
  process.exit(2)
}

const gibibytes = Math.round(totalmem() / 1024 ** 3)
console.log(`${cpus().length} cores, ${gibibytes} GiB, ${process.platform} ${process.arch}, Node ${process.version}`)
for (const name of asked.length > 0 ? asked : all) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`The benchmark ${name} did not come to its end.`)
    process.exitCode = 1
  }
}
