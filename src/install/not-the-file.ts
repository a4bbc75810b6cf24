import { BuildError } from '../report/errors.js'

/** A file of a release is not there, or another than its manifest says: the release may just be changing. */
export class NotTheFile extends BuildError {}
