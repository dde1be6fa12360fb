/**
 * SHA-256 digests of STYLE and SCRIPT, by which the page's policy lets these two run and nothing else.
 * Written down, since a digest needs a platform's library and this module runs anywhere; a test tells the new ones after a change.
 */
const STYLE_DIGEST = 'sha256-eiSfTayDI+q3XeJgpltz/c+jC6s2xtJ2stco/CDnmdY='
const SCRIPT_DIGEST = 'sha256-QPhllTlIhGa5jvwVydpyXWqEujhSv0mvS/2dn6rD/aA='

/** Nothing is fetched, no other style or script runs, whatever a text contains. */
export const POLICY = `default-src 'none'; style-src '${STYLE_DIGEST}'; script-src '${SCRIPT_DIGEST}'; base-uri 'none'; form-action 'none'`
