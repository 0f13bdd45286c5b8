import { useId } from 'react';
import type { Level } from '../core/model/index.ts';
import {
  BAR_ACROSS,
  HATCH,
  inkOf,
  KIND_SHAPES,
  LEVEL_NUMERALS,
  MARK_SHAPES,
  NO_LEVEL_NUMERAL,
  OVERDUE_RING,
  PAPER,
} from '../core/symbols/index.ts';
import type {
  DayNight,
  SymbolAge,
  SymbolKind,
  SymbolMark,
  SymbolState,
} from '../core/symbols/index.ts';
import { t } from '../messages/index.ts';

interface KindSymbolProps {
  kind: SymbolKind;
  /** Of an incident; null or left out = unknown. */
  level?: Level | null;
  state?: SymbolState;
  age?: SymbolAge;
  marks?: readonly SymbolMark[];
  /** Edge length in CSS pixels. */
  size?: number;
  /** Read by assistive technology; without it the picture is decoration beside its text. */
  title?: string;
}

const both = (colours: DayNight<string>): string => `light-dark(${colours.day}, ${colours.night})`;

/** The letter of a kind in the chosen language, or null where the shape speaks alone. */
function kindGlyph(kind: SymbolKind, level: Level | null = null): string | null {
  if (kind === 'incident') return level === null ? NO_LEVEL_NUMERAL : LEVEL_NUMERALS[level];
  if (kind === 'hazard' || kind === 'shelter' || kind === 'depot' || kind === 'team')
    return t(`map.glyph.${kind}`);
  return null;
}

interface MarkInks {
  fill: string;
  onFill: string;
  paper: string;
}

function Badge({ mark, inks }: { mark: Exclude<SymbolMark, 'overdue'>; inks: MarkInks }) {
  const { body, sign, solid, at } = MARK_SHAPES[mark];
  const { fill, onFill, paper } = inks;
  return (
    <g
      transform={`translate(${at.x} ${at.y})`}
      style={{ strokeLinejoin: 'round', strokeLinecap: 'round' }}
    >
      <path d={body} style={{ fill: paper, stroke: paper, strokeWidth: 4 }} />
      <path d={body} style={{ fill: solid ? fill : paper, stroke: fill, strokeWidth: 1.5 }} />
      {sign !== null && (
        <path d={sign} style={{ fill: 'none', stroke: solid ? onFill : fill, strokeWidth: 1.6 }} />
      )}
    </g>
  );
}

function inksOf(kind: SymbolKind, level: Level | null, marks?: readonly SymbolMark[]): MarkInks {
  const { day, night } = inkOf(kind, level, marks);
  return {
    fill: both({ day: day.fill, night: night.fill }),
    onFill: both({ day: day.onFill, night: night.onFill }),
    paper: both(PAPER),
  };
}

interface PartProps {
  /** Outline of the kind's shape. */
  body: string;
  inks: MarkInks;
}

/** A second outline around the first. */
function Ring({ body, inks: { fill, paper } }: PartProps) {
  return (
    <g transform="translate(12 12) scale(1.14) translate(-12 -12)">
      <path
        d={body}
        style={{ fill: paper, stroke: fill, strokeWidth: 1.6, strokeLinejoin: 'round' }}
      />
    </g>
  );
}

/** Hatching over a symbol, which means that its state is unknown. */
function Hatching({ body, inks: { fill } }: PartProps) {
  const clip = useId();
  return (
    <>
      <clipPath id={clip}>
        <path d={body} />
      </clipPath>
      <path
        d={HATCH}
        clipPath={`url(#${clip})`}
        style={{ stroke: fill, strokeWidth: 1.4, opacity: 0.55 }}
      />
    </>
  );
}

interface GlyphProps {
  at: { x: number; y: number; size: number };
  text: string;
  ink: string;
  /** Colour of an edge that parts it from its ground; null = none. */
  outline: string | null;
}

function Glyph({ at, text, ink, outline }: GlyphProps) {
  return (
    <text
      x={at.x}
      y={at.y}
      textAnchor="middle"
      dominantBaseline="central"
      style={{
        fill: ink,
        fontSize: at.size,
        fontWeight: 700,
        ...(outline !== null && { stroke: outline, strokeWidth: 2.5, paintOrder: 'stroke' }),
      }}
    >
      {text}
    </text>
  );
}

interface ShapeProps {
  kind: SymbolKind;
  state: SymbolState;
  age: SymbolAge;
  inks: MarkInks;
}

/** A shape that stands for something as it should be is filled, any other is an outline. */
const isSolid = (state: SymbolState): boolean => state === 'plain' || state === 'ringed';

function Shape({ kind, state, age, inks }: ShapeProps) {
  const shape = KIND_SHAPES[kind];
  const solid = isSolid(state);
  const { fill, onFill, paper } = inks;
  return (
    <>
      <path
        d={shape.body}
        style={{
          fill: solid ? fill : paper,
          stroke: fill,
          strokeWidth: solid ? 1 : 2,
          strokeLinejoin: 'round',
          strokeDasharray: age === 'undated' ? '3 2' : undefined,
        }}
      />
      {state === 'unknown' && <Hatching body={shape.body} inks={inks} />}
      {shape.mark !== null && (
        <path
          d={shape.mark}
          style={{ stroke: solid ? onFill : fill, strokeWidth: 4.4, fill: 'none' }}
        />
      )}
      {state === 'barred' && (
        <path d={BAR_ACROSS} style={{ stroke: fill, strokeWidth: 2, opacity: 0.75 }} />
      )}
    </>
  );
}

/** The symbol of a kind as it stands on the map, for lists, cards and the legend. */
export function KindSymbol(props: KindSymbolProps) {
  const {
    kind,
    level = null,
    state = 'plain',
    age = 'fresh',
    marks = [],
    size = 20,
    title,
  } = props;
  const shape = KIND_SHAPES[kind];
  const inks = inksOf(kind, level, marks);
  const { fill, onFill, paper } = inks;
  const solid = isSolid(state);
  const signInk = solid ? onFill : fill;
  const glyph = kindGlyph(kind, level);
  return (
    <svg
      width={size}
      height={size}
      viewBox={marks.length === 0 ? '-2 -2 28 28' : '-4 -3 32 32'}
      role={title === undefined ? 'presentation' : 'img'}
      aria-label={title}
      aria-hidden={title === undefined}
      data-symbol={kind}
      data-state={state}
      style={{ flex: 'none', opacity: age === 'old' ? 0.5 : 1 }}
    >
      {marks.includes('overdue') && (
        <path d={OVERDUE_RING} style={{ fill: 'none', stroke: fill, strokeWidth: 1.9 }} />
      )}
      {state === 'ringed' && <Ring body={shape.body} inks={inks} />}
      <g
        transform={
          state === 'ringed' ? 'translate(12 12) scale(.86) translate(-12 -12)' : undefined
        }
      >
        <Shape kind={kind} state={state} age={age} inks={inks} />
        {shape.glyph !== null && glyph !== null && (
          <Glyph at={shape.glyph} text={glyph} ink={signInk} outline={solid ? null : paper} />
        )}
      </g>
      {marks.map((mark) => mark !== 'overdue' && <Badge key={mark} mark={mark} inks={inks} />)}
    </svg>
  );
}

/** A mark alone, beside its word. The overdue ring has no badge: it is a ring around whatever it belongs to. */
export function MarkBadge({
  kind,
  mark,
}: {
  kind: SymbolKind;
  mark: Exclude<SymbolMark, 'overdue'>;
}) {
  const inks = inksOf(kind, null);
  const { x, y } = MARK_SHAPES[mark].at;
  return (
    <svg
      width={15}
      height={15}
      viewBox={`${x - 6.6} ${y - 6.6} 13.2 13.2`}
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      <Badge mark={mark} inks={inks} />
    </svg>
  );
}
