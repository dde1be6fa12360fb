/**
 * SHA-256 digests of STYLE and SCRIPT, by which the page's policy lets these two run and nothing else.
 * Written down, since a digest needs a platform's library and this module runs anywhere; a test tells the new ones after a change.
 */
const STYLE_DIGEST = 'sha256-WG3/saXzZ40yoQov7epyB19VA/xHfw5huOjQe6CjAGc='
const SCRIPT_DIGEST = 'sha256-PNSmuWwL+1ye6GKptDwTOBJonRgXbX3TCgditkHprxM='

/** Nothing is fetched, no other style or script runs, whatever a text contains. */
export const POLICY = `default-src 'none'; style-src '${STYLE_DIGEST}'; script-src '${SCRIPT_DIGEST}'; base-uri 'none'; form-action 'none'`
