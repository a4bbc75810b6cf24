/** The forms in which an artefact can be asked for; each is written by a file beside this one. */
export const FORMATS = ['zip'] as const
