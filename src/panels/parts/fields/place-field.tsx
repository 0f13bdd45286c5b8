import { Button } from '@mantine/core';
import type { Geometry } from 'geojson';
import { useState } from 'react';
import { focusPlace } from '../../../actions/focus-place.ts';
import { startDrawing } from '../../../actions/register/draw-place.ts';
import type { LngLat } from '../../../core/model/index.ts';
import { somePosition } from '../../../core/register/index.ts';
import { t } from '../../../messages/index.ts';
import { useRegister } from '../../../state/register.ts';
import type { DrawTool } from '../../../state/register.ts';
import { BoundaryFile } from '../places/boundary-file.tsx';
import { CoordinateEntry } from '../places/coordinate-entry.tsx';
import { fieldLabel, geometryText } from '../register/register-text.ts';
import type { FieldProps } from './field-props.ts';
import kit from '../../../ui/form/form.module.css';
import styles from './form.module.css';

const TOOL_OF_SHAPE: Readonly<Record<string, DrawTool>> = {
  Point: 'point',
  LineString: 'line',
  MultiLineString: 'line',
  Polygon: 'area',
  MultiPolygon: 'area',
};

/** Which ways of drawing a column allows, each once. */
function toolsFor(shapes: readonly string[] | undefined): readonly DrawTool[] {
  if (shapes === undefined) return ['point', 'line', 'area'];
  return [...new Set(shapes.flatMap((shape) => TOOL_OF_SHAPE[shape] ?? []))];
}

const LABELS = {
  point: 'click',
  road: 'road',
  line: 'line',
  area: 'area',
  change: 'move',
} as const;

function placeOf(geometry: Geometry): LngLat | null {
  const [lng, lat] = somePosition(geometry) ?? [];
  return lng === undefined || lat === undefined ? null : [lng, lat];
}

/** Where it is: by a click, by dragging, by drawing, or by coordinates in any usual notation. */
export function PlaceField({
  kind,
  id,
  column,
  input,
  error,
  onChange,
}: FieldProps & { input: Geometry | null }) {
  const [typing, setTyping] = useState(false);
  const isArea = kind === 'district';
  const label = isArea ? t('districts.boundary.label') : fieldLabel(column.name);
  const drawing = useRegister((state) => (state.drawing?.id === id ? state.drawing.tool : null));
  const drawn = toolsFor(column.shapes);
  const tools: readonly DrawTool[] = kind === 'closure' ? ['road', ...drawn] : drawn;
  const place = input === null ? null : placeOf(input);
  const buttons: readonly DrawTool[] = input === null ? tools : [...tools, 'change'];
  return (
    <div className={styles.place} role="group" aria-label={label} data-column={column.name}>
      <span className={styles.label}>{label}</span>
      <div className={styles.inline}>
        {input === null ? (
          <span className={kit.small}>
            {t(isArea ? 'districts.boundary.none' : 'register.noPlace')}
          </span>
        ) : (
          <span className={styles.number}>{geometryText(input)}</span>
        )}
        {place !== null && (
          <Button size="compact-xs" variant="subtle" onClick={() => focusPlace(place)}>
            {t('register.place.show')}
          </Button>
        )}
        {input !== null && (
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(null)}>
            {t(isArea ? 'districts.boundary.clear' : 'register.place.clear')}
          </Button>
        )}
      </div>
      <div className={styles.inline}>
        {buttons.map((tool) => (
          <Button
            key={tool}
            size="compact-xs"
            variant={drawing === tool ? 'light' : 'default'}
            aria-pressed={drawing === tool}
            onClick={() => startDrawing(kind, id, tool)}
          >
            {isArea && tool === 'area'
              ? t('districts.boundary.draw')
              : t(`register.place.${LABELS[tool]}`)}
          </Button>
        ))}
        {isArea && <BoundaryFile id={id} />}
        {tools.includes('point') && (
          <Button
            size="compact-xs"
            variant="default"
            aria-expanded={typing}
            onClick={() => setTyping(!typing)}
          >
            {t('register.place.type')}
          </Button>
        )}
      </div>
      {error !== null && <p className={styles.error}>{error}</p>}
      {typing && (
        <CoordinateEntry
          action={t('register.place.use')}
          onPlace={(typed) => {
            onChange({ type: 'Point', coordinates: [typed[0], typed[1]] });
            focusPlace(typed);
            setTyping(false);
          }}
        />
      )}
    </div>
  );
}
