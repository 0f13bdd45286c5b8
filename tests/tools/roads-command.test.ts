/** The roads command's line, and its words. */
import { describe, expect, it } from 'vitest';
import { readRoadsCommand } from '../../supabase/tools/roads/options.ts';

const file = import.meta.filename;

describe('the roads command', () => {
  it('reads what a person says about a layer', () => {
    expect(
      readRoadsCommand([
        ...[
          'import',
          file,
          '--district',
          '4306',
          '--layer',
          'RoadL',
          '--width',
          'wid',
          '--class',
          'rank',
        ],
        ...[
          '--class-is',
          '7=track',
          '--class-is',
          'a=b=path',
          '--tolerance',
          '0.00001',
          '--split-crossings',
          '--gap',
          '8',
        ],
      ]),
    ).toEqual({
      verb: 'import',
      files: [file],
      district: '4306',
      source: null,
      gapMeters: 8,
      lines: {
        layer: 'RoadL',
        columns: { width: 'wid', class: 'rank' },
        classes: { '7': 'track', 'a=b': 'path' },
        crs: undefined,
        encoding: undefined,
        tolerance: 0.00001,
        splitCrossings: true,
      },
      narrow: null,
      dryRun: false,
      json: false,
    });
    expect(
      readRoadsCommand(['import', file, '--dry-run', '--narrow', file, '--narrow-within', '20']),
    ).toMatchObject({
      narrow: { file, columns: {}, within: 20, missed: null },
    });
    expect(() => readRoadsCommand(['import', file, '--dry-run', '--narrow-within', '20'])).toThrow(
      '--narrow-within',
    );
    expect(readRoadsCommand(['list', '--json'])).toEqual({ verb: 'list', json: true });
    expect(readRoadsCommand(['remove', '--district', '1'])).toEqual({
      verb: 'remove',
      district: '1',
      dryRun: false,
    });
  });

  it.each([
    [[], 'roads.usage'],
    [['import'], 'roads.usage'],
    [['remove'], 'roads.usage'],
    [['import', file], 'roads.districtRequired'],
    [['import', 'not-there.osm', '--dry-run'], 'importer.fileMissing'],
    [['import', file, '--dry-run', '--tolerance', 'x'], 'importer.optionWrong'],
    [['import', file, '--dry-run', '--gap', '0'], 'importer.optionWrong'],
    [['import', file, '--dry-run', '--class-is', '7=lane'], 'importer.optionWrong'],
    [['import', file, '--drry-run'], 'tools.argumentUnknown'],
  ])('%j is refused: %s', (args, key) => {
    expect(() => readRoadsCommand(args)).toThrow(expect.objectContaining({ key }));
  });
});
