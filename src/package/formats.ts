/**
 * The forms in which an artefact can be asked for. The zip is always made: it is what is tried, and what the record is
 * of. The wheel is the same bytes under another name, the layer the same tree below another directory.
 */
export const FORMATS = ['zip', 'wheel', 'layer'] as const

export type Format = (typeof FORMATS)[number]
