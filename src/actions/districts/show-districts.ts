/** The list of districts and the district that is open. */
import { cornersOf } from '../../core/districts/extent.ts';
import { levelBelow } from '../../core/import/plan/district-fields.ts';
import type { District } from '../../core/model/index.ts';
import { usePeople } from '../../state/people.ts';
import { useRegister } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { useImport } from '../../state/import.ts';
import { dropImport, openImport } from '../importing/open-import.ts';
import { showPeople } from '../people/show-people.ts';
import { newRecord } from '../register/edit-record.ts';
import { loadArchived } from '../register/load-archived.ts';
import { openRecord } from '../register/open-table.ts';
import { setMode } from '../console/set-mode.ts';

/** Show the list of districts, from wherever one is. */
export function showDistricts(): void {
  setMode('people');
  showPeople('districts');
}

/** Open a district beside the list; the map goes to its boundary. */
export function openDistrict({ code, geometry }: District): void {
  openRecord('district', code);
  if (geometry === null) return;
  const around = cornersOf(geometry);
  useSession.setState({ flyTo: { place: around[0], zoom: null, around } });
}

/** Begin a district below another one, at the next level and with its clock. */
export function newDistrict({ code, level, timezone }: District): void {
  newRecord('district', { parent_code: code, level: levelBelow(level) ?? 'village', timezone });
}

/** Bring boundaries from a file: the import screen, told what the file is about. */
export function importDistricts(): void {
  const { file, stage } = useImport.getState();
  if (file !== null && stage.tag !== 'sending') dropImport();
  openImport([], 'district');
}

/** Show the retired districts instead of the current ones. */
export function showRetired(retired: boolean): void {
  usePeople.setState({ retiredDistricts: retired });
  useSession.setState({ selection: null });
  if (retired) void loadArchived('district');
  else useRegister.setState({ archived: { tag: 'none' } });
}
