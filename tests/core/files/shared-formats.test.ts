/**
 * Real spreadsheets, shapefiles, GeoPackages and KML, exactly. They lie outside the project; without them these tests are skipped.
 * The figures were counted apart from the importer: placemarks, waypoints and tracks by their tags, flags by the cells of the sheet.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Geometry, Position } from 'geojson';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../../src/core/geo/distance.ts';
import { inspectFile } from '../../../src/core/import/inspect-file.ts';
import type { ImportKind, ImportPlan } from '../../../src/core/import/types.ts';
import { hasSharedData, sharedData } from '../../support/shared-data.ts';
import { counts, geometryCounts, planOfFile, reasonCounts, sqliteWasm } from './formats-support.ts';
import { WORDS, warned } from '../import/support.ts';

const read = (kind: ImportKind, path: string, extra = {}): Promise<ImportPlan> =>
  planOfFile(kind, join(sharedData, path), extra);

const positions = (value: unknown): Position[] =>
  Array.isArray(value) && typeof value[0] === 'number'
    ? [value as Position]
    : (value as unknown[]).flatMap(positions);
const placesOf = (plan: ImportPlan): Position[][] =>
  plan.records.map(({ geometry }) =>
    positions((geometry as Exclude<Geometry, { type: 'GeometryCollection' }>).coordinates),
  );

describe.skipIf(!hasSharedData)('real spreadsheets (need the shared data)', () => {
  const folder = 'import/takamatsu/';

  it.each<[ImportKind, string, number[]]>([
    ['shelter', 'evacuation_space/data.xlsx', [195, 195, 0, 0]],
    ['team', 'fire_station/data.xlsx', [13, 13, 0, 0]],
    ['team', 'fire_brigade/data.xlsx', [93, 93, 0, 0]],
    ['depot', 'sandbag_creation_location/data.xlsx', [9, 9, 0, 0]],
    ['shelter', 'tsunami_evacuation_building/data.xlsx', [112, 112, 0, 0]],
    ['settlement', 'population/0066_202305.xlsx', [235, 0, 0, 235]],
  ])('%s %s', async (kind, path, expected) => {
    expect(counts(await read(kind, folder + path))).toEqual(expected);
  });

  it('shelters: every flag of every hazard as the sheet has it', async () => {
    const path = `${folder}evacuation_space/data.xlsx`;
    const plan = await read('shelter', path);
    const [sheet] = (await readXlsx(readFileSync(join(sharedData, path)))).sheets;
    const [titles = [], ...rows] = sheet?.rows ?? [];
    const flag = (row: number, title: string): string =>
      ({ '○': 'yes', '×': 'no' })[String(rows[row]?.[titles.indexOf(title)])] ?? 'unknown';
    const worst = (...flags: string[]): string => {
      if (flags.includes('no')) return 'no';
      return flags.includes('unknown') ? 'unknown' : 'yes';
    };
    expect(plan.records).toHaveLength(195);
    plan.records.forEach(({ fields }, i) => {
      expect(fields.suitability).toEqual({
        flood: worst(flag(i, 'flood_L1'), flag(i, 'flood_L2')),
        waterlogging: flag(i, 'inundation'),
        landslide: flag(i, 'sedimentDisaster'),
        debris_flow: flag(i, 'sedimentDisaster'),
        storm_surge: flag(i, 'stormSurge'),
        tsunami: flag(i, 'tunami'),
        fire: flag(i, 'fire'),
        earthquake: flag(i, 'earthquake'),
      });
    });
    expect(plan.records[1]).toMatchObject({ name: '新番丁小学校', fields: { capacity: 1530 } });
  });

  it('sandbag sites: the stray column of remarks is said and left out', async () => {
    const plan = await read('depot', `${folder}sandbag_creation_location/data.xlsx`);
    const remark = plan.warnings.find(({ code }) => code === 'remark_columns');
    expect(remark?.params).toEqual({ count: 1, text: '←データの項目名を入力' });
    expect(plan.understanding.columns).not.toContain('←データの項目名を入力');
  });

  it('the population sheet holds characters that are lost: every row refused for that', async () => {
    const plan = await read('settlement', `${folder}population/0066_202305.xlsx`);
    expect(reasonCounts(plan)).toEqual({ replacement_character: 235 });
  });
});

describe.skipIf(!hasSharedData)('real shapefiles and GeoPackages (need the shared data)', () => {
  const layers = 'import/kaohsiung/layers/';

  it.each([
    'kh_pplines',
    'kh_ng_pipelines',
    'kh_petroleum_pipelines',
    'affected_village/kh_pplines_aff_villages',
    'cpc/cpc_kh_pplines',
    'lcy/lcy_kh_pplines',
  ])(
    'Kaohsiung %s: the shapefile in TWD97 equals the GeoJSON in WGS-84 within a metre',
    async (name) => {
      const shapes = await read('hazard', `${layers}${name}_twd97.shp`);
      const oracle = await read('hazard', `${layers}${name}_wgs84.geojson`);
      expect(shapes.understanding).toMatchObject({ format: 'shapefile', crs: 'EPSG:3826' });
      const [ours, theirs] = [placesOf(shapes), placesOf(oracle)];
      // Rings and lines may be cut into parts in another order: every place has its partner.
      let worst = 0;
      expect(ours.flat().length).toBeGreaterThan(0);
      for (const [i, line] of theirs.entries())
        for (const [lng = 0, lat = 0] of line) {
          const near = Math.min(
            ...(ours[i] ?? ours.flat()).map(([x = 0, y = 0]) => greatCircle([x, y], [lng, lat])),
          );
          worst = Math.max(worst, near);
        }
      expect(worst).toBeLessThan(1);
    },
    120_000,
  );

  it('Taipei roads as a layer: previewed as 9,975 lines, one without geometry', async () => {
    const path = join(sharedData, 'taipei/roads/taipei_roads_buildp.gpkg');
    const seen = await inspectFile(readFileSync(path), {
      kind: 'base_feature',
      fileName: 'taipei_roads_buildp.gpkg',
      words: WORDS,
      layer: 'roads',
      most: Infinity,
      sqliteWasm,
    });
    expect(seen).toMatchObject({
      format: 'geopackage',
      layer: 'roads',
      rows: 9975,
      complete: true,
      crs: { name: 'EPSG:4326', stated: true },
    });
    expect(seen.geometry).toEqual({ points: 0, lines: 9974, areas: 0, none: 1, refused: 0 });
    expect(seen.layers.map(({ name }) => name)).toEqual(['roads', 'buildp']);
    expect(seen.sample[0]?.geometry.type).toBe('LineString');
    const plan = await read('base_feature', 'taipei/roads/taipei_roads_buildp.gpkg', {
      layer: 'roads',
    });
    expect(counts(plan)).toEqual([9975, 9974, 0, 1]);
    expect(reasonCounts(plan)).toEqual({ no_place: 1 });
  }, 60_000);

  it('Marikina shelters', async () => {
    const plan = await read('shelter', 'osm/marikina/evacuation_centers_marikina.gpkg');
    expect(counts(plan)).toEqual([361, 361, 0, 0]);
    expect(geometryCounts(plan)).toEqual({ MultiPolygon: 361 });
  });

  it('a zipped shapefile of eight layers: the asked one, or the largest with a word', async () => {
    const path = 'taipei/roads/moi25k_97233NW.zip';
    const roads = await read('base_feature', path, { set: { layer: 'road' } });
    expect(roads.understanding).toMatchObject({
      format: 'shapefile',
      layer: 'RoadL',
      encoding: 'utf-8',
    });
    expect(warned(roads)).toContain('layer_chosen');
    expect(roads.read).toBe(628);
    const buildings = await read('base_feature', path, {
      layer: 'BuildP',
      set: { layer: 'place' },
    });
    expect([buildings.read, geometryCounts(buildings)]).toEqual([161, { Point: 161 }]);
    await expect(read('base_feature', path, { layer: 'nothing' })).rejects.toMatchObject({
      code: 'unknown_layer',
    });
  });

  it('barangays without a word about their encoding', async () => {
    const folder = join(sharedData, 'osm/marikina/raw/marikina_barangay_shapefiles');
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.shp'))) {
      const plan = await planOfFile('hazard', join(folder, name), { set: { kind: 'flood' } });
      expect([name, plan.records.length, plan.rejected.length]).toEqual([name, plan.read, 0]);
    }
  });
});

describe.skipIf(!hasSharedData)('every file of import/kml (needs the shared data)', () => {
  it.each<[string, [number, number, number], Record<string, number>, Record<string, number>]>([
    // [read, accepted, duplicates], geometries, reasons
    ['KML-Samples.kml', [20, 20, 0], { Point: 3, LineString: 7, Polygon: 10 }, {}],
    ['togeojson/Friday-Evening-Run.gpx', [1, 1, 0], { MultiLineString: 1 }, {}],
    ['togeojson/addresses.kml', [15, 7, 0], { LineString: 2, Point: 5 }, { no_place: 8 }],
    ['togeojson/apple_watch_route.gpx', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/bad.gpx', [4, 0, 0], {}, { unreadable_coordinate: 4 }],
    ['togeojson/bad.kml', [3, 0, 0], {}, { unreadable_coordinate: 3 }],
    ['togeojson/bad.tcx', [1, 0, 0], {}, { unreadable_coordinate: 1 }],
    ['togeojson/blue_hills.gpx', [49, 49, 0], { Point: 46, MultiLineString: 3 }, {}],
    ['togeojson/cdata.kml', [1, 1, 0], { Point: 1 }, {}],
    ['togeojson/empty_ele.gpx', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/empty_trk.gpx', [1, 0, 0], {}, { no_place: 1 }],
    ['togeojson/extended_data.kml', [1, 1, 0], { Point: 1 }, {}],
    ['togeojson/garmin_connect.tcx', [1, 1, 0], { LineString: 1 }, {}],
    [
      'togeojson/garmin_extensions.gpx',
      [7, 4, 0],
      { Point: 2, LineString: 1, MultiLineString: 1 },
      { no_place: 3 },
    ],
    [
      'togeojson/gdal.gpx',
      [7, 4, 0],
      { Point: 2, LineString: 1, MultiLineString: 1 },
      { no_place: 3 },
    ],
    ['togeojson/ground_overlay.kml', [0, 0, 0], {}, {}],
    ['togeojson/ground_overlay_quad.kml', [0, 0, 0], {}, {}],
    ['togeojson/gxmultitrack.kml', [3, 3, 0], { Point: 2, MultiLineString: 1 }, {}],
    ['togeojson/gxtrack.kml', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/inline_style.kml', [3, 3, 0], { LineString: 3 }, {}],
    ['togeojson/inline_style_mini.kml', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/linear_ring.kml', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/linestring.kml', [2, 2, 0], { LineString: 2 }, {}],
    ['togeojson/literal_color.kml', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/missing_hr.gpx', [1, 1, 0], { MultiLineString: 1 }, {}],
    ['togeojson/multigeometry.kml', [1, 1, 0], { MultiLineString: 1 }, {}],
    ['togeojson/multigeometry_discrete.kml', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/multigeometry_sibling.kml', [1, 1, 0], { MultiLineString: 1 }, {}],
    ['togeojson/multitrack.kml', [3, 3, 0], { Point: 2, LineString: 1 }, {}],
    ['togeojson/multitrackgpx.gpx', [3, 3, 0], { LineString: 3 }, {}],
    ['togeojson/networklink.kml', [0, 0, 0], {}, {}],
    ['togeojson/nogeomplacemark.kml', [1, 0, 0], {}, { no_place: 1 }],
    ['togeojson/non_gx_multitrack.kml', [3, 3, 0], { Point: 2, LineString: 1 }, {}],
    ['togeojson/noname.kml', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/north_core.gpx', [10, 9, 1], { LineString: 6, MultiLineString: 3 }, {}],
    ['togeojson/null_geometry.kml', [1, 0, 0], {}, { no_place: 1 }],
    ['togeojson/opacity_override.kml', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/opencpn.gpx', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/osm.gpx', [3, 3, 0], { LineString: 3 }, {}],
    ['togeojson/point.kml', [1, 1, 0], { Point: 1 }, {}],
    ['togeojson/point_extra_coordinates.kml', [1, 1, 0], { Point: 1 }, {}],
    ['togeojson/point_id.kml', [1, 1, 0], { Point: 1 }, {}],
    ['togeojson/polygon.kml', [1, 1, 0], { Polygon: 1 }, {}],
    ['togeojson/run.gpx', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/run_gpxtpx.gpx', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/sample.tcx', [1, 1, 0], { MultiLineString: 1 }, {}],
    ['togeojson/schema.kml', [1, 1, 0], { Polygon: 1 }, {}],
    ['togeojson/selfclosing.kml', [1, 0, 0], {}, { no_place: 1 }],
    ['togeojson/simpledata.kml', [2, 2, 0], { Point: 2 }, {}],
    ['togeojson/strava.gpx', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/style.gpx', [21, 21, 0], { LineString: 21 }, {}],
    ['togeojson/style.kml', [3, 3, 0], { Point: 3 }, {}],
    ['togeojson/style_url.kml', [1, 1, 0], { Polygon: 1 }, {}],
    ['togeojson/styles.kml', [2, 2, 0], { Point: 1, Polygon: 1 }, {}],
    ['togeojson/tcx-courses.tcx', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/timespan.kml', [1, 1, 0], { Polygon: 1 }, {}],
    ['togeojson/tour_hr.tcx', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/trek.gpx', [1, 1, 0], { LineString: 1 }, {}],
    ['togeojson/trek_no_rtept.gpx', [1, 0, 0], {}, { no_place: 1 }],
    ['togeojson/twopoints.kml', [2, 2, 0], { Point: 2 }, {}],
    ['togeojson/unique_trkpt.gpx', [1, 1, 0], { Point: 1 }, {}],
    ['togeojson/wpt.gpx', [40, 29, 11], { Point: 29 }, {}],
    ['togeojson/zero_elevation.gpx', [1, 1, 0], { LineString: 1 }, {}],
    ['transform-vector/DataPackageCounties.kmz', [64, 64, 0], { Polygon: 59, MultiPolygon: 5 }, {}],
    ['transform-vector/NewZealandRegions.zip', [42, 42, 0], { MultiPolygon: 5, Polygon: 37 }, {}],
    ['transform-vector/point.kml', [1, 1, 0], { Point: 1 }, {}],
    ['transform-vector/point.kmz', [1, 1, 0], { Point: 1 }, {}],
    ['transform-vector/polygon.geojsonld', [1, 1, 0], { Polygon: 1 }, {}],
  ])('%s', async (path, expected, geometries, reasons) => {
    const options = {
      set: { kind: 'flood' },
      radius: null,
      layer: path.endsWith('.kml') ? '*' : undefined,
    };
    const plan = await read('hazard', `import/kml/${path}`, options);
    expect([plan.read, plan.records.length, plan.duplicates.length]).toEqual(expected);
    expect(geometryCounts(plan)).toEqual(geometries);
    expect(reasonCounts(plan)).toEqual(reasons);
  });

  it('reads as many rows as there are placemarks, waypoints, routes, tracks and activities', async () => {
    const folder = join(sharedData, 'import/kml/togeojson');
    for (const name of readdirSync(folder).filter((one) => /\.(kml|gpx|tcx)$/.test(one))) {
      const tags =
        readFileSync(join(folder, name), 'utf8').match(
          /<(Placemark|wpt|rte|trk|Activity|Course)[ >]/g,
        ) ?? [];
      const plan = await read('hazard', `import/kml/togeojson/${name}`, {
        set: { kind: 'flood' },
        radius: null,
      });
      expect([name, plan.read]).toEqual([name, tags.length]);
    }
  });

  it('links are counted and never followed; a tour of overlays is no data', async () => {
    const linked = await read('hazard', 'import/kml/togeojson/networklink.kml');
    expect(linked.warnings.find(({ code }) => code === 'links_ignored')?.params).toEqual({
      count: 1,
    });
    expect(warned(await read('hazard', 'import/kml/togeojson/ground_overlay.kml'))).toContain(
      'elements_ignored',
    );
  });
});
