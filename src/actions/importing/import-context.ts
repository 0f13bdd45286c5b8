/** What an import has to know of the register and of the person. */
import type { StoredKind } from '../../core/import/difference/tables.ts';
import type { ImportContext } from '../../core/import/session/types.ts';
import { may } from '../../core/rights/may.ts';
import { mayCreate } from '../../core/rights/records.ts';
import { REGISTER_KINDS } from '../../core/schema/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { translate } from '../../messages/index.ts';
import { serverNow } from '../../state/clock.ts';
import { useRecords } from '../../state/records.ts';
import { useRegister } from '../../state/register.ts';
import { roleNow } from '../../state/role.ts';
import { useSession } from '../../state/session.ts';

/** Kinds of the register the signed-in person may bring in. */
function listedKinds(): RegisterKind[] {
  const role = roleNow();
  return REGISTER_KINDS.filter((kind) => mayCreate(role, kind));
}

/** All kinds the signed-in person may bring in: those of the register, and what the base map draws. */
export function importableKinds(): StoredKind[] {
  return may(roleNow(), 'baseMap') ? [...listedKinds(), 'base_feature'] : listedKinds();
}

/** Code of the person's own district. */
export function homeDistrict(): string {
  const { auth } = useSession.getState();
  return auth.tag === 'signed-in' ? auth.account.districtCode : '';
}

/** @param district the district the file is about; it and everything below it is where records may lie */
export function importContext(fileName: string, district: string): ImportContext {
  // Drawing data and districts are never guessed: a list of roads may be one of closures or routes, one of villages
  // one of settlements, and a person says so.
  const kinds = listedKinds().filter((one) => one !== 'district');
  const { kind } = useRegister.getState();
  const table = useRecords.getState().tables.district;
  const path = table.get(district)?.path ?? '';
  const below = [...table.values()].filter(
    (one) => one.path.startsWith(path) && one.archivedAt === null,
  );
  const looked = kind !== 'district' && kinds.includes(kind) ? kind : undefined;
  return {
    fileName,
    kinds,
    likelyKind: looked ?? kinds[0] ?? 'shelter',
    districts: below.map(({ code, path: way, name, geometry, timezone }) => ({
      code,
      path: way,
      name,
      geometry,
      timezone,
    })),
    // What is stored is in the register's language, whoever imports.
    words: {
      unnamed: translate('zh-CN', 'importer.unnamed'),
      unclassified: translate('zh-CN', 'importer.unclassified'),
      unitUnstated: translate('zh-CN', 'importer.unitUnstated'),
    },
    now: serverNow(),
  };
}
