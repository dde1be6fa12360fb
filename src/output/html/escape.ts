import { visible } from '../visible.js'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** For element content and quoted attribute values alike; controls and direction marks become visible. */
export const escapeHtml = (text: string): string => visible(text).replace(/[&<>"']/g, sign => ENTITIES[sign]!)
