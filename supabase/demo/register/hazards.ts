/** The hazard register: where each listed hazard lies, how old its record is and how far its rectification has come. */
import { classOf } from '../../../src/core/model/index.ts';
import type { EventClass } from '../../../src/core/model/index.ts';
import { toPoint } from '../geometry/plane.ts';
import { demoId } from '../identity.ts';
import { randomFor } from '../random.ts';
import type { Random } from '../random.ts';
import type { HazardRow } from '../rows.ts';
import type { County } from './county.ts';
import { HAZARDS } from './hazard-list.ts';
import { hazardShapes } from './hazard-shapes.ts';

const REGISTER: Record<EventClass, string> = {
  natural: '自然灾害风险普查',
  accident: '安全生产隐患台账',
  public_health: '公共卫生风险台账',
  social_security: '社会安全风险台账',
};

const hazardId = (name: string): string => demoId('hazard', name);

/** Some were written down once and never looked at again; for two nobody noted when. */
function daysOldOf(i: number, random: Random): number | null {
  if (i % 21 === 17) return null;
  return i % 11 === 8 ? random.whole(430, 980) : random.whole(4, 200);
}

export function hazards(county: County): HazardRow[] {
  const random = randomFor('hazards');
  const shapes = hazardShapes(county);
  return HAZARDS.map((listed, i) => {
    const site = county.siteNamed(listed.at);
    const room = county.roomAt(site, 120, 520);
    const shaped = shapes.get(listed.name);
    const { clock } = county;
    const type = classOf(listed.kind);
    const daysOld = daysOldOf(i, random);
    return {
      id: hazardId(listed.name),
      district_code: county.districtAt(shaped?.place ?? room),
      name: listed.name,
      address: site.name,
      external_id: `FX-${String(i + 1).padStart(3, '0')}`,
      note: listed.note,
      ...county.provenance(REGISTER[type], daysOld),
      geom: shaped?.geom ?? toPoint(room),
      class: type,
      kind: listed.kind,
      level: listed.level,
      people_at_risk: listed.peopleAtRisk,
      rectification_state: listed.state,
      rectification_owner: listed.owner,
      rectification_deadline: listed.deadline === null ? null : clock.dayFromNow(listed.deadline),
    };
  });
}
