/** What stands in a cell: text from CSV, anything JSON can hold from GeoJSON. */
export type Cell = string | number | boolean | null | undefined | object;
