import type { Map as MapLibreMap } from 'maplibre-gl';
import { parseIcon } from './icon-name.ts';
import { paintDisc } from './paint-disc.ts';
import { paintPattern } from './paint-pattern.ts';
import { paintCluster, paintSymbol, PIXEL_RATIO } from './paint-symbol.ts';
import type { Icon } from './icon-name.ts';

function paint(icon: Icon): ImageData {
  switch (icon.tag) {
    case 'symbol':
      return paintSymbol(icon);
    case 'cluster':
      return paintCluster(icon);
    case 'pattern':
      return paintPattern(icon);
    case 'disc':
      return paintDisc(icon);
  }
}

/** Paint each symbol the moment a layer first asks for it by name; nothing is fetched. */
export function paintImagesOnDemand(map: MapLibreMap): void {
  map.setMissingStyleImageResolver((name) => {
    const icon = parseIcon(name);
    if (icon !== null && !map.hasImage(name))
      map.addImage(name, paint(icon), { pixelRatio: PIXEL_RATIO });
  });
}
