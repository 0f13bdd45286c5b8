/** Shapes of too many corners, known by their signs before anybody reads them: reading alone takes a second. */
import { MOST_CORNERS } from '../../src/core/geo/corners.ts';

const COMMA = ','.charCodeAt(0);
const BRACKET = '['.charCodeAt(0);
/** What else a record says, and rings that begin and end. */
const SLACK = MOST_CORNERS / 10;

/**
 * Whether a body that brings one record holds a shape of clearly more corners than the database takes. A corner brings one
 * comma more than brackets, in GeoJSON (`[113,29],`) as in WKT (`113 29,`).
 */
export function isTooDetailed(body: Uint8Array): boolean {
  if (body.length < 2 * MOST_CORNERS) return false;
  let corners = 0;
  for (const sign of body) {
    if (sign === COMMA) corners += 1;
    else if (sign === BRACKET) corners -= 1;
  }
  return corners > MOST_CORNERS + SLACK;
}
