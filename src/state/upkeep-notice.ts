/** What is said after something was recorded about a record of the register. */
import type {
  Movement,
  RectificationStepName,
  RememberedKind,
  Shelter,
  StockLot,
} from '../core/model/index.ts';

export type UpkeepNotice =
  | { tag: 'stock-moved'; lot: StockLot; movement: Movement; quantity: number }
  | { tag: 'stock-transferred'; lot: StockLot; toDepotId: string; quantity: number }
  | { tag: 'people-moved'; shelter: Shelter; movement: Movement; people: number }
  | { tag: 'record-verified'; name: string }
  | { tag: 'record-disputed'; name: string }
  | { tag: 'version-restored'; kind: RememberedKind; recordId: string; version: number }
  | { tag: 'step-taken'; name: string; step: RectificationStepName }
  | { tag: 'contact-written'; what: 'saved' | 'answered'; name: string };
