export function main() {
  let reference = [];
  for (let depth = 0; depth < 100_000; depth += 1) reference = [reference];
  return { reference };
}
