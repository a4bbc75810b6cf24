import type { Installed } from './install-job.js'

/** The install action's outputs. */
export function installOutputs(installed: Installed): Record<string, string> {
  const { tag, asset, url, sha256, path, files, python, architecture, glibc, versions } = installed
  return {
    ...{ tag, asset, url, sha256, path, python, architecture },
    files: files.join('\n'),
    glibc: glibc ?? '',
    'psycopg2-version': versions.psycopg2,
    'postgresql-version': versions.postgresql,
    'openssl-version': versions.openssl,
    verified: installed.verified.join(' '),
    'cache-hit': String(installed.cacheHit),
  }
}
