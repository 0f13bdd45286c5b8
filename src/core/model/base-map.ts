/** A base map a person has configured beside the local one; its host is the only one the page may then reach. */
export interface BaseMapConfig {
  id: string;
  name: string;
  kind: 'raster' | 'style' | 'pmtiles';
  /** raster: XYZ template with {z}/{x}/{y}; style: a style JSON; pmtiles: a PMTiles file. */
  url: string;
  attribution: string;
  /** The tiles are shifted (GCJ-02): geometry is converted only while drawing, clicks are converted back. */
  gcj02?: boolean;
  maxZoom?: number;
}
