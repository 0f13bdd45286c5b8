/** The coordinate system a file states, in the form of a GeoJSON `crs` member (so that a rejects file keeps it). */

interface CrsMember {
  type: 'name';
  properties: { name: string };
}

/** `EPSG:3826`, or a well-known text, as a member. */
export const crsMember = (name: string): CrsMember => ({ type: 'name', properties: { name } });
