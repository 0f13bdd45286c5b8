/**
 * The demo district: an invented county of about 200,000 people with its land, roads and register. Nothing in it
 * exists; every source text begins with 演示数据. The same `now` gives the same rows; another one shifts the times only.
 */
import { baseFeatures } from './base-features.ts';
import { clockAt } from './clock.ts';
import { districts } from './districts.ts';
import { geography } from './geography.ts';
import { contacts } from './register/contacts.ts';
import { countyOf } from './register/county.ts';
import { stores } from './register/depots.ts';
import { evacuationRoutes } from './register/evacuation.ts';
import { hazards } from './register/hazards.ts';
import { closures, incidents } from './register/incidents.ts';
import { rectificationSteps } from './register/rectification.ts';
import { settlements } from './register/settlements.ts';
import { occupancy, shelters } from './register/shelters.ts';
import { teams } from './register/teams.ts';
import type { DemoDistrict } from './rows.ts';

/** @param now the moment the register is to look alive at; every time in it lies before (planned ends apart). */
export function generateDemo(now: Date): DemoDistrict {
  const land = geography();
  const county = countyOf(land, clockAt(now));
  const settlement = settlements(county);
  const hazard = hazards(county);
  const placed = shelters(county);
  const shelter = placed.map(({ row }) => row);
  const { depot, stock_lot, stock_movement } = stores(county);
  const team = teams(county);
  const evacuation_route = evacuationRoutes(county, placed);
  return {
    district: districts(land),
    base_feature: baseFeatures(land),
    settlement,
    hazard,
    rectification_step: rectificationSteps(hazard, county.clock),
    shelter,
    occupancy_movement: occupancy(placed, county),
    depot,
    stock_lot,
    stock_movement,
    team,
    evacuation_route,
    contact: contacts(county, { settlement, hazard, shelter, depot, team, evacuation_route }),
    incident: incidents(county),
    closure: closures(county),
  };
}
