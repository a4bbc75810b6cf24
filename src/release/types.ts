import type { Asset } from '../github/types.js'
import type { Facts } from './manifest-schema.js'

/** A file on disk as its maker knows it. */
export interface LocalFile {
  /** The asset's name; not necessarily the file's. */
  name: string
  path: string
  /** In bytes. */
  size: number
  /** Lower-case hex. */
  sha256: string
}

/** Something that must be there before a release is published. */
export interface Expected {
  name: string
  /** Lower-case hex. */
  sha256: string
  /** In bytes, where known. */
  size?: number | undefined
  /** Lower-case hex, where known: then `.sha256` and `.md5` beside the file must be there as well. */
  md5?: string | undefined
  /** What `manifest.json` says of a zip beyond its files, where the build's own words for it were given. */
  facts?: Facts | undefined
  /** The name of the record that must be there as well. */
  record?: string | undefined
  /** The name of the layer that the zip is in, its own or one that it shares. */
  layer?: string | undefined
}

/** An asset that is on the server, complete, with the right bytes. */
export interface StoredAsset extends Asset {
  /** `reused`: it was there already, or an earlier attempt got through although its answer was lost. */
  outcome: 'uploaded' | 'reused' | 'replaced'
}
