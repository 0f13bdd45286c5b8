import { useMapPrint } from '../../state/map-print.ts';
import type { MapPrint } from '../../state/map-print.ts';

/** The map shall be drawn for paper now. */
export const prepareMapPrint = (): void => useMapPrint.setState({ taking: true });

/** The map has given its picture: the sheet is laid out and printed. */
export const printMap = (print: MapPrint): void => useMapPrint.setState({ taking: false, print });

/** Paper has been made, or nobody wanted it after all. */
export const endMapPrint = (): void => useMapPrint.setState({ taking: false, print: null });
