import type { Asset, Upload } from '../github/types.js'
import { BuildError } from '../report/errors.js'

/** What a listing of the release's assets says is to be done next for one file. */
export type Step =
  | { kind: 'done'; asset: Asset }
  /** Upload under this name; where it is a temporary one, `old` is what is to be replaced. */
  | { kind: 'post'; as: string; old: Asset | undefined }
  /** Delete, and decide again. */
  | { kind: 'delete'; asset: Asset; why: string }
  /** The new bytes are there under their temporary name: put them in the place of the old ones, if any. */
  | { kind: 'swap'; old: Asset | undefined; fresh: Asset }
  /** Somebody may be uploading this very asset. */
  | { kind: 'wait'; milliseconds: number; asset: Asset }
  | { kind: 'refuse'; asset: Asset }

/** What a decision is made from. */
export interface View {
  assets: readonly Asset[]
  /** What becomes of an asset of this name with other bytes. */
  others: 'refuse' | 'replace' | 'keep'
  /** Names of which an attempt of this very job broke off: what is half there is ours. */
  ours: ReadonlySet<string>
  /** GitHub's time, in milliseconds. */
  serverNow: number
  /** Age from which a half-uploaded asset is nobody's, in milliseconds. */
  grace: number
}

/**
 * Decides by name, size and digest. A replacement is uploaded beside the old asset, under a name that says which
 * bytes it holds, so that a run that dies anywhere on the way is taken up by the next one and nothing is lost.
 * Digests must be known; see `listingOf`.
 */
export function decide(file: Pick<Upload, 'name' | 'size' | 'sha256'>, view: View): Step {
  const temporary = temporaryName(file)
  const here = view.assets.find(({ name }) => name === file.name)
  const fresh = view.assets.find(({ name }) => name === temporary)
  if (here !== undefined && isHalf(here)) return clearOrWait(here, view)
  if (here !== undefined && (holds(here, file) || view.others === 'keep')) {
    const leftover = view.assets.find((asset) => isLeftover(asset, file, view))
    return leftover === undefined
      ? { kind: 'done', asset: here }
      : { kind: 'delete', asset: leftover, why: `left over from a replacement of ${file.name}` }
  }
  if (here !== undefined && view.others === 'refuse') return { kind: 'refuse', asset: here }
  if (fresh === undefined) return { kind: 'post', as: here === undefined ? file.name : temporary, old: here }
  if (isHalf(fresh)) return clearOrWait(fresh, view)
  if (!holds(fresh, file))
    return { kind: 'delete', asset: fresh, why: 'its bytes are not those its name says' }
  return { kind: 'swap', old: here, fresh }
}

/** `NAME.new-<start of the SHA-256>`: the same for every run that uploads the same bytes. */
export function temporaryName({ name, sha256 }: Pick<Upload, 'name' | 'sha256'>): string {
  return `${name}.new-${sha256.slice(0, 12)}`
}

/** Whether the name is taken although the bytes are not there: `starter` or `open`. */
export function isHalf(asset: Asset): boolean {
  return asset.state !== 'uploaded'
}

/** Whether the asset is the file, byte for byte as far as size and SHA-256 can say. */
export function holds(asset: Asset, { size, sha256 }: { size: number; sha256: string }): boolean {
  return asset.size === size && asset.digest === `sha256:${sha256}`
}

/** The asset's SHA-256 in lower-case hex; empty where its digest is not known. */
export function sumOf({ digest }: Asset): string {
  return (digest ?? '').replace('sha256:', '')
}

function isLeftover(asset: Asset, file: Pick<Upload, 'name' | 'sha256'>, view: View): boolean {
  const beside = asset.name.startsWith(file.name) ? asset.name.slice(file.name.length) : ''
  if (!/^\.new-[0-9a-f]{12}$/.test(beside)) return false
  const mine = asset.name === temporaryName(file) && !isHalf(asset)
  return mine || isAbandoned(asset, view)
}

function isAbandoned(asset: Asset, view: View): boolean {
  return view.serverNow - asset.createdAt >= view.grace
}

function clearOrWait(asset: Asset, view: View): Step {
  if (view.ours.has(asset.name)) return { kind: 'delete', asset, why: 'this job’s upload of it broke off' }
  if (isAbandoned(asset, view))
    return { kind: 'delete', asset, why: 'its upload was begun long ago and never ended' }
  return { kind: 'wait', milliseconds: view.grace - (view.serverNow - asset.createdAt), asset }
}

/** The same name, other bytes, and no leave to replace them: both digests, nothing touched. */
export function conflict(file: Upload, asset: Asset, tag: string): BuildError {
  return new BuildError(
    `the release ${tag} has an asset ${file.name} with other bytes: GitHub has ${asset.digest} (${asset.size} bytes), ` +
      `the file here is sha256:${file.sha256} (${file.size} bytes)`,
    '`overwrite: true` replaces it. Where people may have pinned the published file, use a new tag instead, with ' +
      'the next rebuild counter (2.9.13-2 after 2.9.13-1).',
  )
}
