/**
 * Inventories written as text become items: 挖土機1輛(PC-300)、傾卸貨車1輛(總重15~15.9噸); 捞刀200把，帐篷20顶; 铁铲 60.
 * Only what the text states: an item without a number keeps `null`.
 */
import type { InventoryItem } from '../types.ts';
import { plainDigits } from './numbers.ts';

/** Words that count things, longest first. */
const UNITS =
  '平方米|立方米|公斤|千克|公升|公尺|台套|人份|kg|[辆輛台臺座具套个個件把顶頂艘部架组組支只隻条條张張袋包箱桶瓶双雙副捆卷根块塊吨噸米罐床盏盞枚面门門筒份名人箇枚本脚t升]';
const COUNTED = new RegExp(`^(.*?)[\\s:×xX*]*(\\d+(?:\\.\\d+)?)\\s*(${UNITS})$`, 'su');
const BARE = /^(.*?[^\d\s.:×xX*-])[\s:×xX*]+(\d+(?:\.\d+)?)$/su;
const NOTHING = /^[\s。.、,，;；LＬ]*$/;

/** Measures in front of a name (4"抽水機) or behind it (貨車6噸) say which one, not how many. */
const LEADING_SPEC = /^(\d+(?:\.\d+)?\s*(?:["”″吋寸]|英寸|人座以上|人座|[kK][wW]))(.+)$/su;
const TRAILING_SPEC =
  /^(.*?[^\d.~-])(\d+(?:\.\d+)?(?:~\d+(?:\.\d+)?)?\s*(?:[噸吨tT]|[kK][wW]|[cC]{2}以上|米))$/su;

/** Cut at separators that stand outside brackets. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let piece = '';
  for (const character of text) {
    if (/[([（【]/.test(character)) depth++;
    else if (/[)\]）】]/.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、，,;；\n。]/.test(character)) {
      found.push(piece);
      piece = '';
    } else piece += character;
  }
  found.push(piece);
  return found.map((one) => one.trim()).filter((one) => one !== '');
}

type Part = { tag: 'text'; text: string } | { tag: 'spec'; text: string };

/** A piece as words and bracketed remarks, in order; words are cut behind every number with a counting word. */
function partsOf(piece: string): Part[] {
  const parts: Part[] = [];
  for (const [whole, inner] of piece.matchAll(/[([（【]([^)\]）】]*)[)\]）】]?|[^([（【]+/gu)) {
    if (inner !== undefined) {
      if (inner.trim() !== '') parts.push({ tag: 'spec', text: inner.trim() });
      continue;
    }
    const cut = new RegExp(
      `[^\\n]*?\\d+(?:\\.\\d+)?\\s*(?:${UNITS})\\s*(?=[^\\d\\s"”″以及每])`,
      'gu',
    );
    let rest = whole;
    for (const [head] of whole.matchAll(cut)) {
      // 貨車6噸1台: a weight behind the name is no count when a count follows.
      const tail = rest.slice(head.length);
      if (!/\D\D/.test(tail) || !new RegExp(`\\d\\s*(?:${UNITS})`, 'u').test(tail)) break;
      parts.push({ tag: 'text', text: head });
      rest = tail;
    }
    parts.push({ tag: 'text', text: rest });
  }
  return parts;
}

interface Draft {
  item: string;
  quantity: number | null;
  unit: string | null;
  specs: string[];
}

function readWords(text: string): Draft | null {
  const counted = COUNTED.exec(text) ?? BARE.exec(text);
  let item = (counted?.[1] ?? text).trim();
  const specs: string[] = [];
  const leading = LEADING_SPEC.exec(item);
  if (leading !== null) {
    specs.push(leading[1]?.trim() ?? '');
    item = (leading[2] ?? '').trim();
  }
  const trailing = counted === null ? null : TRAILING_SPEC.exec(item);
  if (trailing !== null) {
    specs.push(trailing[2]?.trim() ?? '');
    item = (trailing[1] ?? '').trim();
  }
  if (counted === null && NOTHING.test(item)) return null;
  return {
    item,
    quantity: counted === null ? null : Number(counted[2]),
    unit: counted?.[3] ?? null,
    specs,
  };
}

/** Items of an inventory text; empty for a text that names nothing. */
export function readInventory(text: string): InventoryItem[] {
  const drafts: Draft[] = [];
  /** Words still waiting for their number: 7人座以上客貨車，2000CC以上，1台. */
  let waiting: Draft | null = null;
  for (const piece of pieces(plainDigits(text))) {
    for (const part of partsOf(piece)) {
      const last: Draft | undefined = waiting ?? drafts.at(-1);
      if (part.tag === 'spec') {
        last?.specs.push(part.text);
        continue;
      }
      const draft = readWords(part.text.trim());
      if (draft === null) continue;
      if (draft.quantity === null) {
        if (waiting === null) waiting = draft;
        else waiting.specs.push(draft.item);
        continue;
      }
      if (waiting !== null && isOnlyCount(draft)) {
        if (draft.item !== '') waiting.specs.push(draft.item);
        drafts.push({
          ...waiting,
          quantity: draft.quantity,
          unit: draft.unit,
          specs: [...waiting.specs, ...draft.specs],
        });
      } else {
        if (waiting !== null) drafts.push(waiting);
        if (draft.item !== '') drafts.push(draft);
      }
      waiting = null;
    }
  }
  if (waiting !== null) drafts.push(waiting);
  return drafts.map(({ item, quantity, unit, specs }) => ({
    item,
    quantity,
    unit,
    spec: specs.length > 0 ? specs.join('，') : null,
  }));
}

/** `1台`, or a measure and a count (`1600CC以上1台`): they belong to the words before. */
const isOnlyCount = ({ item, specs }: Draft): boolean =>
  item === '' ||
  /^[\dA-Za-z.~]+(以上|以下)?$/.test(item) ||
  (specs.length > 0 && /^(以上|以下)?$/.test(item));
