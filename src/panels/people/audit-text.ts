import type { AuditEvent } from '../../core/model/index.ts';
import { DISTRICT_LEVELS, ROLES, VERIFIED_KINDS } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

interface Rights {
  role?: unknown;
  district?: unknown;
  disabled?: unknown;
}

/** A role in a district, in words; null for no rights at all. */
function rightsText(value: unknown, district: (code: string) => string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { role, district: code, disabled } = value as Rights;
  const known = ROLES.find((one) => one === role);
  if (known === undefined) return null;
  const said = { role: t(`kinds.role.${known}`), district: district(text(code)) };
  return disabled === true
    ? t('people.audit.said.rightsDisabled', said)
    : t('people.audit.said.rights', said);
}

function permissionText({ about, detail }: AuditEvent, district: (code: string) => string): string {
  const before = rightsText(detail.before, district);
  const after = rightsText(detail.after, district);
  const whom = about ?? text(detail.user);
  if (before === null) return t('people.audit.said.given', { about: whom, after: after ?? '' });
  if (after === null) return t('people.audit.said.taken', { about: whom, before });
  return t('people.audit.said.changed', { about: whom, before, after });
}

const DISTRICT_ACTS = [
  'created',
  'changed',
  'moved',
  'boundary',
  'retired',
  'restored',
  'deleted',
] as const;

interface DistrictFacts {
  name?: unknown;
  level?: unknown;
  parent?: unknown;
}

function districtActText(
  { about, detail }: AuditEvent,
  district: (code: string) => string,
): string {
  const act = DISTRICT_ACTS.find((one) => one === detail.what);
  if (act === undefined) return about ?? '';
  const facts = (value: unknown): string => {
    const { name, level, parent } = (value ?? {}) as DistrictFacts;
    if (act === 'moved') return parent === null ? '' : district(text(parent));
    const known = DISTRICT_LEVELS.find((one) => one === level);
    return known === undefined
      ? text(name)
      : t('people.audit.said.district_level', {
          name: text(name),
          level: t(`card.districtLevel.${known}`),
        });
  };
  const said = { about: about ?? '', before: facts(detail.before), after: facts(detail.after) };
  return t(`people.audit.said.district_${act}`, said);
}

const ACCOUNT_ACTS = [
  'created',
  'password',
  'own_password',
  'own_password_wrong',
  'sessions_ended',
] as const;

/** What happened, in one sentence. @param district names a district by its code */
export function auditText(event: AuditEvent, district: (code: string) => string): string {
  const { action, about, detail } = event;
  const whom = about ?? t('people.audit.said.unknownAccount');
  const said = {
    about: whom,
    ...Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, text(value)])),
  };
  if (detail.kind === 'road_network')
    return t(
      action === 'import' ? 'people.audit.said.roads_imported' : 'people.audit.said.roads_removed',
      said,
    );
  switch (action) {
    case 'sign_in_failed':
      return t('people.audit.said.sign_in_failed', {
        about: whom,
        address: text(detail.address) || t('people.audit.said.unknownAddress'),
      });
    case 'export':
      return t('people.audit.said.export', {
        about: kindText(whom),
        rows: text(detail.rows),
        format: text(detail.format),
      });
    case 'import':
      return t('people.audit.said.import', {
        about: whom,
        created: text(detail.created),
        changed: text(detail.changed),
        refused: text(detail.refused),
      });
    case 'district':
      return districtActText(event, district);
    case 'permission':
      return permissionText(event, district);
    case 'account': {
      const act = ACCOUNT_ACTS.find((one) => one === detail.what);
      return act === undefined ? whom : t(`people.audit.said.${act}`, said);
    }
    case 'sign_in':
    case 'sign_out':
    case 'import_undo':
      return t(`people.audit.said.${action}`, { about: whom });
  }
}

const KINDS = [...VERIFIED_KINDS, 'incident', 'closure'] as const;

function kindText(kind: string): string {
  const known = KINDS.find((one) => one === kind);
  return known === undefined ? kind : t(`kinds.record.${known}`);
}
