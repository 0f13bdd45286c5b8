export * from './report.ts';
export * from './steps.ts';
