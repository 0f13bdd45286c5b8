/** Capacities written as text: 屋内480人／屋外3,350人, 1,089人, 约500人. */
import { isDoubtful } from './doubt.ts';
import { plainDecimal, plainDigits, readCount } from './numbers.ts';

interface Capacity {
  total: number | null;
  indoor: number | null;
  outdoor: number | null;
}

const NUMBER = '(?:约|約|:|は|計|计)?\\s*(\\d+(?:\\.\\d+)?)\\s*([万萬])?';
const INDOOR = new RegExp(
  `(?:屋内|室内|室內|体育館|体育馆|indoor)[^\\d，,、；;。/／|\\s室屋]{0,6}?\\s?${NUMBER}`,
  'i',
);
const OUTDOOR = new RegExp(
  `(?:屋外|室外|グラウンド|操场|outdoor)[^\\d，,、；;。/／|\\s室屋]{0,6}?\\s?${NUMBER}`,
  'i',
);
const TOTAL = new RegExp(
  `(?:合计|合計|总计|總計|共计|共計|共|計|total)[^\\d，,、；;。/／|\\s]{0,4}?\\s?${NUMBER}`,
  'i',
);

const valueOf = (match: RegExpExecArray | null): number | null =>
  match === null ? null : Math.round(Number(match[1]) * (match[2] === undefined ? 1 : 10_000));

/** Words that bound a number. They contain 不 or 未 but do not negate it, so they are taken out before looking for doubt. */
const BOUNDS = /不足|不到|不超过|不超過|不少于|不低于|不大于|未满|未滿|未満/g;

/**
 * People a place can take. The total is stated, or the sum of indoor and outdoor when both are known, or the only
 * number in the text; a range (300～500) or several unexplained numbers stay unknown.
 */
export function readCapacity(text: string): Capacity {
  // Most cells hold a plain number, for which the tests below are not needed.
  if (!Number.isNaN(plainDecimal(text)))
    return { total: readCount(text), indoor: null, outdoor: null };
  // 拟容纳500人, 室内停用: what is planned or taken back is no capacity.
  if (isDoubtful(text.replace(BOUNDS, ''))) return { total: null, indoor: null, outdoor: null };
  const plain = plainDigits(text);
  const indoor = valueOf(INDOOR.exec(plain));
  const outdoor = valueOf(OUTDOOR.exec(plain));
  const stated = valueOf(TOTAL.exec(plain));
  if (indoor === null && outdoor === null)
    return { total: stated ?? readCount(text), indoor, outdoor };
  return {
    total: stated ?? (indoor !== null && outdoor !== null ? indoor + outdoor : null),
    indoor,
    outdoor,
  };
}
