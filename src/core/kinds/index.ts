import { baseFeature } from './base-feature.ts';
import { closure } from './closure.ts';
import { contact } from './contact.ts';
import { depot } from './depot.ts';
import { district } from './district.ts';
import { evacuationRoute } from './evacuation-route.ts';
import { hazard } from './hazard.ts';
import { incident } from './incident.ts';
import { settlement } from './settlement.ts';
import { shelter } from './shelter.ts';
import { stockLot } from './stock-lot.ts';
import { team } from './team.ts';
import type { RegisterKind } from '../schema/index.ts';
import type { AnyDescription, AnyShown, DescribedKind } from './types.ts';

export { FORM_GROUPS } from './types.ts';
export type { AnyColumn, CellType, ColumnType, DescribedKind, FormGroup, Held } from './types.ts';

/** Every kind, as its file describes it. */
export const KINDS: {
  readonly [Kind in DescribedKind]: Kind extends RegisterKind ? AnyShown : AnyDescription;
} = {
  district,
  base_feature: baseFeature,
  settlement,
  hazard,
  shelter,
  depot,
  team,
  evacuation_route: evacuationRoute,
  stock_lot: stockLot,
  contact,
  incident,
  closure,
};
