import type { RecordKind, RecordOf } from '../../core/model/index.ts';
import { isVerifiedKind } from '../../core/trust/index.ts';
import { HazardArea } from '../areas/hazard-area.tsx';
import { IncidentArea } from '../areas/incident-area.tsx';
import { RouteSection } from '../evacuation/route-section.tsx';
import { RoutesHere } from '../evacuation/routes-here.tsx';
import { OccupancySection } from '../occupancy/occupancy-section.tsx';
import { RectificationSection } from '../rectification/rectification-section.tsx';
import { DepotLots } from '../stock/depot-lots.tsx';
import { LotSection } from '../stock/lot-movements.tsx';
import { VerificationBar } from '../verification/verification-bar.tsx';

interface UpkeepProps {
  kind: RecordKind;
  record: RecordOf[RecordKind];
  now: number;
  zone: string;
}

/** Whether a record is still true: who said so, and the way to say so again or to doubt it. */
export function RecordVerification({ kind, record, now, zone }: UpkeepProps) {
  if (!isVerifiedKind(kind)) return null;
  return (
    <VerificationBar kind={kind} record={record as RecordOf[typeof kind]} now={now} zone={zone} />
  );
}

/** What was done with a record and what there is to do: people and stock in and out, rectification, routes. */
export function RecordWork({ kind, record, now, zone }: UpkeepProps) {
  switch (kind) {
    case 'shelter':
      return (
        <>
          <OccupancySection shelter={record as RecordOf['shelter']} now={now} zone={zone} />
          <RoutesHere kind="shelter" record={record as RecordOf['shelter']} />
        </>
      );
    case 'depot':
      return <DepotLots depot={record as RecordOf['depot']} now={now} zone={zone} />;
    case 'stock_lot':
      return <LotSection lot={record as RecordOf['stock_lot']} now={now} zone={zone} />;
    case 'hazard':
      return (
        <>
          <HazardArea hazard={record as RecordOf['hazard']} now={now} zone={zone} />
          <RectificationSection hazard={record as RecordOf['hazard']} now={now} zone={zone} />
        </>
      );
    case 'incident':
      return <IncidentArea incident={record as RecordOf['incident']} />;
    case 'evacuation_route':
      return <RouteSection route={record as RecordOf['evacuation_route']} />;
    case 'settlement':
      return <RoutesHere kind="settlement" record={record as RecordOf['settlement']} />;
    default:
      return null;
  }
}
