const pauseMs = 500;

/**
 * A file of the page that did not arrive leaves it without its script, and nothing else would ask
 * for it again. Chromium drops whatever is on its way when a network comes or goes, such as that of
 * a container, also to this machine itself.
 */
document.addEventListener('error', ({ target }) => void loadAgain(target), true);

async function loadAgain(target: EventTarget | null): Promise<void> {
  if (!(target instanceof HTMLScriptElement || target instanceof HTMLLinkElement)) return;
  while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  location.reload();
}

async function isThere(): Promise<boolean> {
  try {
    return (await fetch('/')).ok;
  } catch {
    return false;
  }
}
