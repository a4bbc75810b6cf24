import { join } from 'node:path'
import { MACHINES } from '../../../src/catalog/architecture.js'
import { digitsOf } from '../../../src/catalog/python.js'
import { IMAGES } from '../../../stand-ins/images.js'
import { FLOOR } from '../../../stand-ins/nodes.js'
import { PROJECT } from '../../../stand-ins/places.js'
import type { ServedRelease } from '../../../stand-ins/served-release.js'
import { runCli } from '../../runner.js'

/** Where the tests serve the index of a release. */
export const SITE = 'site'

/**
 * A snippet as a reader would change it, for a release and an index that are served here: the places of both, the
 * release's Python, version, names and sums. That is all that is changed.
 */
export function adaptSnippet(text: string, release: ServedRelease): string {
  const { origin, url, version, python, manifest } = release
  const changes: [from: string | RegExp, to: string][] = [
    ['https://github.com/OWNER/REPOSITORY/releases/download/2.9.13-1', url],
    [
      'https://github.com/OWNER/REPOSITORY/releases/latest/download',
      url.replace(/download\/[^/]+$/, 'latest/download'),
    ],
    ['https://OWNER.github.io/REPOSITORY/simple/', `${origin}/${SITE}/simple/`],
    ['https://truststore.pki.rds.amazonaws.com', `${origin}/truststore`],
    ['public.ecr.aws/lambda/python:3.13', IMAGES.runtime],
    ['node dist/cli/index.js', `'${FLOOR}' '${PROJECT}/dist/cli/index.js'`],
  ]
  for (const { architecture, wheel } of manifest.artifacts) {
    if (wheel === undefined) continue
    const machine = MACHINES[architecture]
    changes.push(
      [
        new RegExp(`psycopg2-2\\.9\\.13-1-cp313-cp313-manylinux\\w*_${machine}\\.\\w*_${machine}\\.whl`, 'g'),
        wheel.name,
      ],
      [`SUM_${architecture.toUpperCase()}`, wheel.sha256],
    )
  }
  changes.push(['2.9.13', version], ['3.13', python], [/\b(cp|py)313\b/g, `$1${digitsOf(python)}`])
  changes.push(['PYTHON_3_13', `PYTHON_${python.replace('.', '_')}`])
  return changes.reduce((done, [from, to]) => done.replaceAll(from, to), text)
}

/** Has the command line write and the release's server serve the index of a release. */
export async function serveIndex({ url, root }: ServedRelease): Promise<void> {
  const { code, output } = await runCli(['index', `${url}/manifest.json`, '--output-dir', join(root, SITE)])
  if (code !== 0) throw new Error(output)
}
