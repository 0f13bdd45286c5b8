import { startTestApp } from '../support/embedded.ts';
import { testOgc } from './ogc-conformance.ts';

testOgc((throttle) => startTestApp({ throttle }));
