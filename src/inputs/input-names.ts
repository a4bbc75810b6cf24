/**
 * Everything that the build action and the `build` verb can be told, and what it means, in the usage: the names are
 * inputs and flags alike. `action.yml` says it at more length.
 */
export const BUILD_INPUTS = {
  'python-version':
    'one or more, separated by commas: 3.13; supported; all (default: the newest that AWS supports; without images, the newest on this machine)',
  architecture: "x86_64, arm64 or both, separated by commas (default: this machine's)",
  'psycopg2-version': 'default: the newest that serves the Python',
  'postgresql-version': 'version of libpq (default: the newest)',
  'openssl-version': 'default: the newest with long-term support',
  toolchain:
    'pinned: the compiler in the lock; image: that of the build image, or of this machine (default: pinned)',
  formats: 'what to make, separated by commas: zip, which is always made, wheel, layer (default: zip)',
  'combine-layers':
    'one layer for all Pythons of one psycopg2 and architecture: true or false (default: false)',
  'build-number': "the wheel's build tag, the counter of a release 2.9.13-2 (default: none)",
  verify: 'none, import, or connect: to a real PostgreSQL, too (default: import)',
  'container-engine': 'auto, docker, podman or none (default: auto)',
  'build-image': 'image to compile in',
  'runtime-image': 'image to try the zip in',
  'server-image': 'image of the PostgreSQL that connect connects to',
  'source-dir': 'directory searched first for the tarballs',
  'source-mirror': 'URL prefix tried before the other places',
  'lock-file': 'a lock of your own, added to the built-in one',
  cache: 'keep and reuse the built OpenSSL and libpq: true or false (default: true)',
  'dependencies-sha256': 'content hashes of built OpenSSL and libpq that may be reused (default: any)',
  'output-dir': 'where the files go; ~ is the home directory (default: dist)',
  'release-tag': 'upload to the release of this tag; a draft is made when there is none',
  'release-id': 'upload to exactly this release',
  'create-tag': 'accept a tag that does not exist yet: true or false (default: false)',
  repository: "OWNER/NAME of the release's repository (default: GITHUB_REPOSITORY)",
  token: 'the token for the release (default: GITHUB_TOKEN, which keeps it out of the process list)',
  overwrite: 'replace an asset whose bytes differ: true or false (default: false)',
}
export type BuildInput = keyof typeof BUILD_INPUTS

/** The flags of the `plan` verb. */
export const PLAN_INPUTS = {
  'python-version':
    'Pythons, separated by commas; also all (default: supported, those that AWS still patches)',
  architecture: "x86_64, arm64 or both (default: this machine's; with --matrix: both)",
  ...likeABuild('psycopg2-version', 'postgresql-version', 'openssl-version', 'toolchain'),
  ...likeABuild('build-image', 'runtime-image', 'lock-file'),
}

/** The inputs of the audit action, which are the flags of the `audit` verb. */
export const AUDIT_INPUTS = {
  paths: 'zips, directories, shared objects or patterns of files, one per line; ! excludes',
  'python-version': "the Python of the runtime: 3.13 (default: what the package's modules are for)",
  architecture: "x86_64 or arm64 (default: what the package's modules are for)",
  strict: 'hold it to what is asked of the zips made here, too',
}

/** The inputs of the install action, which are the flags of the `install` verb. */
export const INSTALL_INPUTS = {
  'python-version': "the Python of the function's runtime: 3.13; needed",
  architecture: "x86_64 or arm64, the function's (default: x86_64; never this machine's)",
  version: 'a tag (2.9.13-1), a version of psycopg2 (2.9.13: its newest build), or latest (default: latest)',
  format: 'zip, layer or wheel (default: zip)',
  path: 'the directory of the package (default: package)',
  extract: 'unpack it there; false: put the file there as it is (default: true)',
  'pin-file': 'the pinned release (default: psycopg2-lambda.pin.json, where it is there)',
  sha256: 'the sum of the only file that will do',
  repository: "OWNER/NAME of the releases' repository (default: the pin's, else GITHUB_REPOSITORY)",
  'base-url': "a mirror or directory that holds one release's files: https:// or file://",
  token: 'for a private repository or GitHub Enterprise: a token with contents: read',
  cache: 'keep and reuse fetched files: true or false (default: true)',
}

/** The inputs of the publish action, which are the flags of the `publish` verb. */
export const PUBLISH_INPUTS = {
  'release-id': 'the draft to complete; this or release-tag is needed',
  'release-tag': "the draft's tag",
  files: 'paths, directories or patterns to upload first, one per line; ! excludes',
  expected:
    "what must be there, and nothing else: the build's artifacts output (JSON arrays), or sha256sum lines",
  'make-latest': 'true, false or legacy (default: legacy)',
  ...likeABuild('overwrite', 'create-tag', 'repository', 'token'),
}

/** The inputs of the verify action, which are the flags of the `verify` verb. */
export const VERIFY_INPUTS = {
  files: 'paths, directories or patterns of zips, one per line; ! excludes',
  verify: 'import, or connect: to a real PostgreSQL, too (default: import)',
  ...likeABuild('container-engine', 'runtime-image', 'server-image'),
}

/** The flags of the `index` verb. */
export const INDEX_INPUTS = {
  'output-dir': 'the site: the index is written to simple/ in it (default: site)',
  wheels:
    'copy: the site has the wheels and their metadata; link: it leads to where the releases have them (default: copy)',
  earlier: 'those of the releases that the manifests list as earlier, too',
}

function likeABuild(...names: BuildInput[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, BUILD_INPUTS[name]]))
}
