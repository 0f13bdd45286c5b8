/** Units and coordinate spaces as types, so that mixing them does not compile. */

declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]?: Name };

/** Great-circle or road length in metres. */
export type Meters = Unit<'meters'>;
/** A duration in seconds. */
export type Seconds = Unit<'seconds'>;
/** A point in time: ISO 8601 with zone, as the database sends it. */
export type Instant = string;
/** WGS-84 / CGCS2000 degrees, longitude first. GCJ-02 and BD-09 never have this type. */
export type LngLat = readonly [lng: number, lat: number];
