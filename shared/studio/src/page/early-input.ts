/** How to repeat what was pressed or chosen. Of the same button, or the same choice, the last counts. */
const repeats = new Map<Element, () => void>();

/**
 * The page can be read before its script is there, and is used as soon as it can be read: what is
 * pressed or chosen until then is heard when `main.ts` says that it is ready. Links need no script.
 */
document.addEventListener('click', keepClick, true);
document.addEventListener('change', keepChoice, true);
document.addEventListener('tracelings-ready', repeatAll, { once: true });

function keepClick(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || target.closest('a, select') !== null) return;
  event.preventDefault();
  event.stopPropagation();
  const repeat = (): boolean => target.dispatchEvent(new MouseEvent('click', event));
  repeats.set(target.closest('button') ?? target, repeat);
}

/** The first drawing puts a choice back to what the server sent. */
function keepChoice({ target }: Event): void {
  if (!(target instanceof HTMLSelectElement)) return;
  const { value } = target;
  repeats.set(target, () => {
    target.value = value;
    target.dispatchEvent(new Event('change'));
  });
}

function repeatAll(): void {
  document.removeEventListener('click', keepClick, true);
  document.removeEventListener('change', keepChoice, true);
  for (const repeat of repeats.values()) repeat();
}
