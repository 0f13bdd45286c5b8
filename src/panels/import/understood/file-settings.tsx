import { NativeSelect, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { importableKinds } from '../../../actions/importing/import-context.ts';
import { changeImport } from '../../../actions/importing/read-import.ts';
import type { Understood } from '../../../core/import/session/types.ts';
import { DISTRICT_LEVELS } from '../../../core/model/index.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import { useRecordMap } from '../../../state/records.ts';
import { useSession } from '../../../state/session.ts';
import styles from './understood.module.css';

const ENCODINGS = [
  'utf-8',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'utf-16le',
  'utf-16be',
  'windows-1252',
] as const;
/** Coordinate systems offered, and the name of each in the messages. */
const SYSTEM_NAMES = {
  'EPSG:4326': 'wgs84',
  'EPSG:4490': 'cgcs2000',
  gcj02: 'gcj02',
  bd09: 'bd09',
  'EPSG:3826': 'twd97',
  'EPSG:4612': 'jgd2000',
  'EPSG:6668': 'jgd2011',
  'EPSG:3857': 'mercator',
} as const;
const SYSTEMS = Object.keys(SYSTEM_NAMES) as (keyof typeof SYSTEM_NAMES)[];
/** Formats whose text may be in any encoding. */
const TEXTS = new Set(['csv', 'geojson', 'shapefile', 'dbf', 'kml', 'gpx', 'tcx']);
const TABLES = new Set(['csv', 'xlsx', 'xls', 'ods', 'dbf']);
const OTHER = 'other';
const AUTO = '';

const orNull = (value: string): string | null => (value === AUTO ? null : value);

/** `*` stands for every layer of the file. */
function layerLabel(name: string, rows: number | undefined): string {
  if (rows === undefined) return name;
  if (name === '*') return t('importing.file.layersAll', { rows });
  return t('importing.file.layerRows', { name, rows });
}

/** What kind it is, which part of it is read, and how; changing any of it reads the file again. */
export function FileSettings({ understood }: { understood: Understood | null }) {
  const kind = useImport((state) => state.settings.kind);
  const kinds = useMemo(importableKinds, []);
  const understanding = understood?.understanding;
  const format = understanding?.format ?? 'csv';
  return (
    <section className={styles.settings} aria-label={t('importing.file.heading')}>
      <NativeSelect
        label={t('importing.file.kind')}
        value={kind ?? understood?.kind ?? ''}
        data={kinds.map((one) => ({ value: one, label: t(`kinds.record.${one}`) }))}
        onChange={(event) =>
          void changeImport({
            kind: kinds.find((one) => one === event.currentTarget.value) ?? null,
            columns: {},
          })
        }
      />
      <DistrictChoice />
      {understanding !== undefined && understanding.layers.length > 1 && (
        <LayerChoice understanding={understanding} />
      )}
      <CrsChoice read={understanding?.crs ?? null} />
      {TEXTS.has(format) && <EncodingChoice read={understanding?.encoding ?? null} />}
      {TABLES.has(format) && <HeaderChoice read={understanding?.header ?? null} />}
      <SourceField />
    </section>
  );
}

function LayerChoice({
  understanding: { layers, layer: read },
}: {
  understanding: Understood['understanding'];
}) {
  const layer = useImport((state) => state.settings.layer);
  return (
    <NativeSelect
      label={t('importing.file.layer')}
      value={layer ?? read ?? ''}
      data={layers.map(({ name, rows }) => ({ value: name, label: layerLabel(name, rows) }))}
      onChange={(event) =>
        void changeImport({ layer: event.currentTarget.value, columns: {}, header: null })
      }
    />
  );
}

/** @param read the encoding that the text was read in. */
function EncodingChoice({ read }: { read: string | null }) {
  const encoding = useImport((state) => state.settings.encoding);
  const found = encoding === null ? (read ?? '…') : '…';
  return (
    <NativeSelect
      label={t('importing.file.encoding')}
      value={encoding ?? AUTO}
      data={[
        { value: AUTO, label: t('importing.file.encodingAuto', { encoding: found }) },
        ...ENCODINGS.map((value) => ({ value, label: value })),
      ]}
      onChange={(event) => void changeImport({ encoding: orNull(event.currentTarget.value) })}
    />
  );
}

/** @param read whether the first line was read as the names of the columns. */
function HeaderChoice({ read }: { read: boolean | null }) {
  const header = useImport((state) => state.settings.header);
  return (
    <NativeSelect
      label={t('importing.file.header')}
      value={header === null ? AUTO : String(header)}
      data={[
        { value: AUTO, label: headerAuto(read, header) },
        { value: 'true', label: t('importing.file.headerYes') },
        { value: 'false', label: t('importing.file.headerNo') },
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        void changeImport({ header: value === AUTO ? null : value === 'true', columns: {} });
      }}
    />
  );
}

function headerAuto(read: boolean | null, said: boolean | null): string {
  if (said !== null || read === null) return t('importing.file.headerAuto');
  const found = read ? t('importing.file.headerYes') : t('importing.file.headerNo');
  return `${t('importing.file.headerAuto')}：${found}`;
}

function DistrictChoice() {
  const district = useImport((state) => state.settings.district);
  const table = useRecordMap('district');
  const home = useSession((state) =>
    state.auth.tag === 'signed-in' ? state.auth.account.districtCode : '',
  );
  const path = table.get(home)?.path ?? '';
  const choices = useMemo(
    () =>
      [...table.values()]
        .filter((one) => one.path.startsWith(path))
        .sort((a, b) => (a.path < b.path ? -1 : 1))
        .map(({ code, name, level, path: way }) => {
          const depth = Math.max(0, way.split('/').length - path.split('/').length);
          const indent = '\u3000'.repeat(depth);
          const isLeaf = DISTRICT_LEVELS.indexOf(level) >= DISTRICT_LEVELS.indexOf('village');
          return {
            value: code,
            label: indent + (isLeaf ? name : t('importing.file.districtAll', { name })),
          };
        }),
    [table, path],
  );
  return (
    <NativeSelect
      label={t('importing.file.district')}
      value={district}
      data={choices}
      onChange={(event) => void changeImport({ district: event.currentTarget.value })}
    />
  );
}

function CrsChoice({ read }: { read: string | null }) {
  const crs = useImport((state) => state.settings.crs);
  const [typing, setTyping] = useState(crs !== null && !SYSTEMS.some((one) => one === crs));
  const [code, setCode] = useState(crs ?? 'EPSG:');
  return (
    <>
      <NativeSelect
        label={t('importing.file.crs')}
        value={typing ? OTHER : (crs ?? AUTO)}
        data={[
          {
            value: AUTO,
            label: t('importing.file.crsAuto', {
              crs: crs === null && read !== null ? systemName(read) : '…',
            }),
          },
          ...SYSTEMS.map((value) => ({ value, label: t(`importing.crs.${SYSTEM_NAMES[value]}`) })),
          { value: OTHER, label: t('importing.file.crsOther') },
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setTyping(value === OTHER);
          if (value !== OTHER) void changeImport({ crs: orNull(value) });
        }}
      />
      {typing && (
        <TextInput
          label={t('importing.file.crsCode')}
          placeholder={t('importing.file.crsCodeHint')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          onBlur={() => /\d/.test(code) && void changeImport({ crs: code.trim() })}
          onKeyDown={(event) =>
            event.key === 'Enter' && /\d/.test(code) && void changeImport({ crs: code.trim() })
          }
        />
      )}
    </>
  );
}

const systemName = (crs: string): string => {
  const known = SYSTEMS.find((one) => one.toLowerCase() === crs.toLowerCase());
  return known === undefined ? crs : t(`importing.crs.${SYSTEM_NAMES[known]}`);
};

function SourceField() {
  const source = useImport((state) => state.settings.source);
  const [text, setText] = useState(source ?? '');
  const said = text.trim() === '' ? null : text.trim();
  return (
    <TextInput
      label={t('importing.file.source')}
      placeholder={t('importing.file.sourceHint')}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => said !== source && void changeImport({ source: said })}
    />
  );
}
