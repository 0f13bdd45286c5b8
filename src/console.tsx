import { useCallback, useEffect, useState } from 'react';
import { followAnswer } from './actions/answer/follow-answer.ts';
import { followClosed } from './actions/roads/follow-closed.ts';
import { MapView } from './map/map-view.tsx';
import { AnswerPanel } from './panels/screens/answer-panel.tsx';
import { ClosureBar } from './panels/closures/closure-bar.tsx';
import { ClosureCard } from './panels/closures/closure-card.tsx';
import { ResourceCard } from './panels/screens/resource-card.tsx';
import { IncidentForm } from './panels/incident/incident-form.tsx';
import { IncidentJump } from './panels/incident/incident-jump.tsx';
import { IncidentList } from './panels/incident/incident-list.tsx';
import { ImportDrop } from './panels/import/import-drop.tsx';
import { PeopleScreen } from './panels/screens/people-screen.tsx';
import { RoadsPart } from './panels/roads/roads-part.tsx';
import { DistrictPanel } from './panels/screens/district-panel.tsx';
import { RecordsPanel } from './panels/screens/records-panel.tsx';
import { RecordsTable } from './panels/records/records-table.tsx';
import { Legend } from './panels/legend/legend.tsx';
import { SearchBox } from './panels/search/search-box.tsx';
import { FailedBoundary } from './panels/shell/failed-boundary.tsx';
import { ShellFrame } from './panels/shell/shell-frame.tsx';
import { ShortcutsDialog } from './panels/shell/shortcuts-dialog.tsx';
import { WhenLoaded } from './panels/shell/when-loaded.tsx';
import { RegisterViews } from './panels/screens/register-views.tsx';
import { useSession } from './state/session.ts';
import { useLayout } from './state/layout.ts';
import { usePhone } from './ui/use-phone.ts';
import { useShortcuts } from './panels/shell/use-shortcuts.ts';

/** What is closed feeds the answer; whoever is fed stops first, so that nothing is asked at the end. */
function followWhatIsAsked(): () => void {
  const stops = [followClosed(), followAnswer()];
  return () => stops.reverse().forEach((stop) => stop());
}

/** The console of someone who is signed in: the map and the panels, which know each other only through state. */
export default function Console() {
  const [keysOpen, setKeysOpen] = useState(false);
  const mode = useSession((state) => state.mode);
  const openKeys = useCallback(() => setKeysOpen(true), []);
  useShortcuts(openKeys);
  useEffect(followWhatIsAsked, []);
  return (
    <>
      <ShellFrame
        search={<SearchBox />}
        map={
          <FailedBoundary scope="part">
            <MapView />
          </FailedBoundary>
        }
        legend={<Legend />}
        card={mode === 'command' ? <Card /> : null}
        table={
          mode === 'command' ? null : (
            <FailedBoundary scope="part">
              <WhenLoaded>
                {mode === 'records' && <Register />}
                {mode === 'roads' && <RoadsPart />}
                {mode === 'people' && <PeopleScreen />}
              </WhenLoaded>
            </FailedBoundary>
          )
        }
        answer={
          <FailedBoundary scope="part">
            <WhenLoaded>
              <AnswerSide />
            </WhenLoaded>
          </FailedBoundary>
        }
        onShortcuts={openKeys}
      />
      <ShortcutsDialog open={keysOpen} onClose={() => setKeysOpen(false)} />
    </>
  );
}

/** What stands beside the map or the table of the present mode. */
function AnswerSide() {
  const mode = useSession((state) => state.mode);
  const layout = useLayout();
  if (mode === 'records') return <RecordsPanel />;
  return layout === 'districts' ? <DistrictPanel /> : <Command />;
}

/** The incident and its answer. On a phone the answer comes first: the form would leave no room for a single row. */
function Command() {
  const phone = usePhone();
  // Apart: where ranking fails, what somebody wrote of the incident can still be saved.
  const answer = (
    <FailedBoundary scope="part">
      <AnswerPanel />
    </FailedBoundary>
  );
  return (
    <>
      <IncidentList />
      {phone && <IncidentJump />}
      {phone && answer}
      <IncidentForm />
      <ClosureBar />
      {!phone && answer}
    </>
  );
}

/** What is selected. A closure can be written right there. */
function Card() {
  const selection = useSession((state) => state.selection);
  return selection?.kind === 'closure' ? (
    <ClosureCard key={selection.id} id={selection.id} />
  ) : (
    <ResourceCard />
  );
}

function Register() {
  return (
    <ImportDrop>
      <RegisterViews>
        <RecordsTable />
      </RegisterViews>
    </ImportDrop>
  );
}
