/** What the gallery shows: each screen and each larger part alone, and the state it needs. */
import type { ReactNode } from 'react';
import { draftIncidentAt } from '../../src/actions/draft-incident-at.ts';
import type { RecordKind } from '../../src/core/model/index.ts';
import { MapView } from '../../src/map/map-view.tsx';
import { ClosureBar } from '../../src/panels/closures/closure-bar.tsx';
import { IncidentForm } from '../../src/panels/incident/incident-form.tsx';
import { IncidentList } from '../../src/panels/incident/incident-list.tsx';
import { Legend } from '../../src/panels/legend/legend.tsx';
import { RecordsTable } from '../../src/panels/records/records-table.tsx';
import { RoadsPart } from '../../src/panels/roads/roads-part.tsx';
import { AnswerPanel } from '../../src/panels/screens/answer-panel.tsx';
import { PeopleScreen } from '../../src/panels/screens/people-screen.tsx';
import { RecordsPanel } from '../../src/panels/screens/records-panel.tsx';
import { RegisterViews } from '../../src/panels/screens/register-views.tsx';
import { ResourceCard } from '../../src/panels/screens/resource-card.tsx';
import { SearchBox } from '../../src/panels/search/search-box.tsx';
import { CheckingScreen } from '../../src/panels/sign-in/checking-screen.tsx';
import { NoRoleScreen } from '../../src/panels/sign-in/no-role-screen.tsx';
import { SignInScreen } from '../../src/panels/sign-in/sign-in-screen.tsx';
import { UnreachableScreen } from '../../src/panels/sign-in/unreachable-screen.tsx';
import { PEOPLE_VIEWS, usePeople } from '../../src/state/people.ts';
import { useRecords } from '../../src/state/records.ts';
import { useSession } from '../../src/state/session.ts';
import type { Mode, Selection } from '../../src/state/session.ts';
import { UPKEEP_VIEWS, useUpkeep } from '../../src/state/upkeep.ts';

export interface Part {
  /** As wide as beside the map, or as wide as the page. */
  wide: boolean;
  show: () => ReactNode;
  /** Brings the state to what the part is to show; the register of the demonstration is loaded by then. */
  prepare?: () => void;
}

const CARDS = ['settlement', 'hazard', 'shelter', 'depot', 'team', 'evacuation_route'] as const;

const beside = (show: () => ReactNode, prepare?: () => void): Part => ({
  wide: false,
  show,
  ...(prepare ? { prepare } : {}),
});
const page = (show: () => ReactNode, prepare?: () => void): Part => ({
  ...beside(show, prepare),
  wide: true,
});

const inMode = (mode: Mode) => () => useSession.setState({ mode });
/** In the middle of the demonstration's county. */
const ask = (): void => draftIncidentAt([110.94, 28.02], '河堤管涌');

/** The first of the register by its number, so that it is the same one every time. */
function selectFirst(kind: RecordKind): void {
  const [id] = [...useRecords.getState().tables[kind].keys()].sort();
  if (id === undefined) throw new Error(`the register has no ${kind}`);
  useSession.setState({ selection: { kind, id } as Selection });
}

/** By the name in `?part=…`. */
export const PARTS: Readonly<Record<string, Part>> = {
  'sign-in': page(() => <SignInScreen reason="fresh" />),
  'session-expired': page(() => <SignInScreen reason="expired" />),
  checking: page(() => <CheckingScreen />),
  unreachable: page(() => <UnreachableScreen />),
  'no-role': page(() => <NoRoleScreen email="somebody@example.org" disabled={false} />),
  map: page(() => <MapView />),
  search: beside(() => <SearchBox />),
  legend: beside(() => <Legend />),
  incidents: beside(() => <IncidentList />),
  'incident-draft': beside(() => <IncidentForm />, ask),
  answer: beside(() => <AnswerPanel />, ask),
  closures: beside(() => <ClosureBar />),
  ...Object.fromEntries(
    CARDS.map((kind) => [
      `card-${kind}`,
      beside(
        () => <ResourceCard />,
        () => selectFirst(kind),
      ),
    ]),
  ),
  record: beside(
    () => <RecordsPanel />,
    () => {
      useSession.setState({ mode: 'records' });
      selectFirst('shelter');
    },
  ),
  ...Object.fromEntries(
    UPKEEP_VIEWS.map((view) => [
      `records-${view}`,
      page(
        () => (
          <RegisterViews>
            <RecordsTable />
          </RegisterViews>
        ),
        () => {
          useSession.setState({ mode: 'records' });
          useUpkeep.setState({ view });
        },
      ),
    ]),
  ),
  ...Object.fromEntries(
    PEOPLE_VIEWS.map((view) => [
      `people-${view}`,
      page(
        () => <PeopleScreen />,
        () => {
          useSession.setState({ mode: 'people' });
          usePeople.setState({ view });
        },
      ),
    ]),
  ),
  roads: page(() => <RoadsPart />, inMode('roads')),
};
