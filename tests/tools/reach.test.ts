/** The reach command on a register of its own: a street with a detour, a closure on it, water at its end. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReachCommand } from '../../supabase/tools/reach/options.ts';
import type { ReachCommand } from '../../supabase/tools/reach/options.ts';
import { runReach } from '../../supabase/tools/reach/run.ts';
import {
  asCsv,
  asMarkdown,
  isChanged,
  isOther,
  summary,
  tableOf,
} from '../../supabase/tools/reach/text.ts';
import { readRoadsCommand } from '../../supabase/tools/roads/options.ts';
import { importRoads } from '../../supabase/tools/roads/run.ts';
import { openPrepared } from '../support/embedded.ts';
import type { Prepared } from '../support/embedded.ts';

const line = (name: string, width: number, ...coordinates: [number, number][]): object => ({
  type: 'Feature',
  properties: { name, width },
  geometry: { type: 'LineString', coordinates },
});

/** West to east: 甲 at 0, the school at 4, 乙 at 9; a way round between 1 and 4; 丙 across a river, near and without a bridge. */
const roads = {
  type: 'FeatureCollection',
  features: [
    line('人民路', 6, [113, 29], [113.001, 29], [113.004, 29], [113.009, 29]),
    line('环路', 3, [113.001, 29], [113.001, 29.004], [113.004, 29.004], [113.004, 29]),
    line('对岸', 6, [113.003, 28.999], [113.005, 28.999]),
  ],
};

describe('who gets there first', () => {
  let db: Prepared;
  let folder: string;
  beforeAll(async () => {
    db = await openPrepared();
    folder = mkdtempSync(join(tmpdir(), 'muster-reach-'));
    const file = join(folder, 'roads.geojson');
    writeFileSync(file, JSON.stringify(roads));
    await db.query(
      `insert into public.district (code, parent_code, name, level) values ('4306', '0', '大市', 'prefecture')`,
    );
    await db.query(
      `insert into public.district (code, parent_code, name, level) values ('430611', '4306', '某区', 'county')`,
    );
    await db.query(`insert into public.shelter (district_code, name, kind, source, geom) values
      ('430611', '一中', 'school', 't', 'SRID=4326;POINT(113.004 29)'), ('430611', '无处', 'school', 't', null)`);
    await db.query(`insert into public.team (district_code, name, kind, source, geom)
      select '430611', x.name, 'fire', 't', x.geom::extensions.geometry from (values
      ('甲队', 'SRID=4326;POINT(113 29)'), ('乙队', 'SRID=4326;POINT(113.0081 29)'),
      ('丙队', 'SRID=4326;POINT(113.004 28.999)')) as x (name, geom)`);
    const command = readRoadsCommand(['import', file, '--district', '4306']);
    if (command.verb !== 'import') throw new Error('verb');
    await importRoads(command, () => Promise.resolve({ ...db, close: () => Promise.resolve() }));
  });
  afterAll(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (...args: string[]) => {
    const command: ReachCommand = readReachCommand(['--district', '430611', ...args]);
    return { command, result: await runReach(command, db) };
  };

  it('is another one by road than by the straight line, on the roads of the district above', async () => {
    const { command, result } = await ask('--by', 'emergency-car');
    const [row] = result.rows;
    expect(result.others.map(({ name }) => name)).toHaveLength(3);
    expect(result.others[row!.straight!.other]?.name).toBe('丙队');
    expect(result.others[row!.open!.other]?.name).toBe('甲队');
    // 0.004 degrees of longitude at 29° N.
    expect(row!.open!.meters).toBeCloseTo(389, 0);
    expect(row!.because).toEqual({ reason: 'island' });
    expect([isOther(row!), isChanged(row!)]).toEqual([true, false]);
    expect(summary(command, result).join('\n')).toMatch(
      /1 处按道路最先到的与直线最近的不是同一个[\s\S]*1 条记录没有位置/,
    );
    const table = tableOf(result, false);
    expect(asMarkdown(table).split('\n')[2]).toBe('| 一中 | 丙队 | 0.111 | 甲队 | 0.389 | 0.9 |');
    expect(asCsv(table)).toBe(
      '\uFEFF名称,直线最近,直线（公里）,道路最先,道路（公里）,路上（分钟）\r\n一中,丙队,0.111,甲队,0.389,0.9\r\n',
    );
  });

  it('walks at the slow pace of the district, and says so', async () => {
    const car = await ask('--by', 'emergency-car');
    const { command, result } = await ask('--by', 'foot');
    const { open } = result.rows[0]!;
    expect(result.pace).toBe(1.96);
    expect(open!.seconds).toBeCloseTo(car.result.rows[0]!.open!.meters / (1.96 / 3.6), 0);
    expect(summary(command, result).join('\n')).toContain('每小时 1.96 公里');
    expect(car.result.pace).toBeNull();
  });

  it('tells how far it is, place by place', async () => {
    const shares: number[] = [];
    await runReach(readReachCommand(['--district', '430611']), db, (share) => shares.push(share));
    expect(shares).toEqual([1]);
  });

  it('follows closures and active areas, and the width of the truck', async () => {
    await db.query(`insert into public.closure (district_code, reason, source, geom) values
      ('430611', '塌方', 't', 'SRID=4326;LINESTRING(113.0025 28.9995, 113.0025 29.0005)')`);
    const car = await ask('--by', 'emergency-car');
    const [row] = car.result.rows;
    // 甲队 goes round; 乙队 is there before.
    expect(car.result.others[row!.now!.other]?.name).toBe('乙队');
    expect(isChanged(row!)).toBe(true);
    expect(summary(car.command, car.result).join('\n')).toContain(
      '1 处道路中断和 0 片生效范围：1 处最先到的换了',
    );
    await db.query(`insert into public.hazard (district_code, name, class, kind, source, geom, active_from, depth_min_m, depth_max_m)
      values ('430611', '积水', 'natural', 'waterlogging', 't',
        'SRID=4326;POLYGON((113.0035 28.9995, 113.0045 28.9995, 113.0045 29.0005, 113.0035 29.0005, 113.0035 28.9995))',
        now() - interval '1 hour', 0.3, 1.0)`);
    const wet = await ask('--by', 'heavy-truck');
    // 乙队 comes along the street to where it goes under water, 49 m from the school. 甲队 would have to go round, since the
    // street is cut before it; 对岸 is 111 m away and no route.
    const [hazard] = wet.result.areas;
    const { other, ...first } = wet.result.rows[0]!.now!;
    expect(wet.result.others[other]?.name).toBe('乙队');
    expect(first).toMatchObject({ upTo: [hazard?.id], offRoad: expect.closeTo(48.6, 0) as number });
    expect(wet.result.threats[0]?.name).toBe('积水');
    expect(tableOf(wet.result, true).lines).toEqual([
      [
        '一中',
        '丙队',
        0.111,
        '甲队',
        0.389,
        expect.any(Number),
        '乙队',
        expect.any(Number),
        49,
        null,
        '积水',
      ],
    ]);
    expect(summary(wet.command, wet.result).join('\n')).toContain('1 处门前的路在范围内');
    await db.query('delete from public.hazard');
    await db.query(`update public.closure set lifted_at = now()`);
    await db.query(`insert into public.closure (district_code, reason, source, geom) values
      ('430611', '塌方', 't', 'SRID=4326;LINESTRING(113.006 28.9995, 113.006 29.0005)'),
      ('430611', '塌方', 't', 'SRID=4326;LINESTRING(113.002 28.9995, 113.002 29.0005)')`);
    const narrow = async (width: string) =>
      (await ask('--by', 'heavy-truck', '--width', width)).result.rows[0]?.now;
    expect(await narrow('2.5')).not.toBeNull();
    expect(await narrow('3.5')).toBeNull();
  });

  it('says what is missing', async () => {
    await expect(ask('--nearest', 'depot')).rejects.toThrow('物资储备库');
    await expect(ask('--of', 'planet')).rejects.toThrow('--of');
    await expect(ask('--width', '3', '--by', 'foot')).rejects.toThrow('--width');
    await db.query('delete from public.road_network');
    await expect(ask()).rejects.toThrow('npm run roads');
  });
});
