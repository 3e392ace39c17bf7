// What the probe puts in the place of a submission. The scenario does the looking.
export function main(): void {}
