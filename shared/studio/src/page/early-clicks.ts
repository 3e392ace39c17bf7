/** What was pressed, and how. A button that was pressed again and again is in it once. */
const earlyClicks = new Map<Element, MouseEvent>();

/**
 * The page can be read before its script is there, and is used as soon as it can be read: what is
 * pressed until then is heard when `main.ts` says that it is ready. Links need no script.
 */
document.addEventListener('click', keepClick, true);
document.addEventListener('tracelings-ready', releaseClicks, { once: true });

function keepClick(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || target.closest('a, select') !== null) return;
  event.preventDefault();
  event.stopPropagation();
  earlyClicks.set(target.closest('button') ?? target, event);
}

function releaseClicks(): void {
  document.removeEventListener('click', keepClick, true);
  for (const [target, event] of earlyClicks) target.dispatchEvent(new MouseEvent('click', event));
}
