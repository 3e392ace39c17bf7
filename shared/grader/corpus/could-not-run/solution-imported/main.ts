export * from '%REPOSITORY%/solutions/01-first-span/src/main.ts';
