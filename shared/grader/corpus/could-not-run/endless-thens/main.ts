export function main() {
  const then = (resolve) => void setImmediate(() => resolve({ then }));
  return { then };
}
