import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';

/** What a configured base map brings into the slot of the draw order, whatever kind it is. */
export interface ConfiguredBase {
  sources: Record<string, SourceSpecification>;
  layers: LayerSpecification[];
  /** Where the base map's own letters and pictures are; null = it needs none. */
  glyphs: string | null;
  sprite: StyleSpecification['sprite'] | null;
  /** Texts to show, as plain text. */
  attributions: string[];
}
