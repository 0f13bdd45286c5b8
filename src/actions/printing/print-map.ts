import { useMapPrint } from '../../state/map-print.ts';
import type { MapPrint } from '../../state/map-print.ts';

/** The map has given its picture: the sheet is laid out and printed. */
export const printMap = (print: MapPrint): void => useMapPrint.setState({ print });

/** Paper has been made, or nobody wanted it after all. */
export const endMapPrint = (): void => useMapPrint.setState({ print: null });
