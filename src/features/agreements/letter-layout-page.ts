export type Content = string | Content[] | { [key: string]: unknown }

export const ink = '#1b2429'
export const accent = '#0d4f5c'
export const muted = '#5c6b73'
export const hairline = '#cfd8dc'
export const tint = '#f1f6f7'

/** In points, as everything in a layout. */
export const sideMargin = 60
/** Width of the text on A4 between the side margins. */
export const measure = 595.28 - 2 * sideMargin
