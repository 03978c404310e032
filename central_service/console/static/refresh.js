// Renews the figures of the page. Without this file every page works the same, and is as old as its loading.
"use strict";
(() => {
  const every = 15000;
  const busy = () =>
    document.hidden ||
    document.activeElement?.closest("form,a,button") ||
    document.querySelector("input[type=checkbox]:checked") ||
    String(getSelection()) !== "";
  async function renew() {
    if (!busy()) {
      try {
        const answer = await fetch(location.href, { headers: { "X-Counter-By-Itself": "1" }, redirect: "manual" });
        if (answer.type === "opaqueredirect") return location.reload();
        if (answer.ok) {
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          for (const old of document.querySelectorAll("[data-live]")) {
            const fresh = page.querySelector(`[data-live="${old.dataset.live}"]`);
            if (fresh && !busy()) old.replaceWith(document.importNode(fresh, true));
          }
        }
      } catch {
        // The service is away for a moment: what is shown stays, with the time that it was true.
      }
    }
    setTimeout(renew, every);
  }
  setTimeout(renew, every);
})();
