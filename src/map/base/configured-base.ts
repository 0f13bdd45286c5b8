import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';

export interface SpriteSheet {
  id: string;
  url: string;
}

/** What a configured base map brings into the slot of the draw order, whatever kind it is. */
export interface ConfiguredBase {
  sources: Record<string, SourceSpecification>;
  layers: LayerSpecification[];
  /** Where the base map's own letters are; null = it needs none. */
  glyphs: string | null;
  /** Its sheets of pictures; the one called `default` is meant where a layer names no sheet. */
  sprites: readonly SpriteSheet[];
  /** Texts to show, as plain text. */
  attributions: string[];
}
