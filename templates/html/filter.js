// Filters the findings of the page. Without this script every finding stays in sight.
(() => {
  "use strict";
  const form = document.getElementById("filter");
  if (!form) return;
  const findings = Array.from(document.querySelectorAll(".finding"), (element) => ({ element, text: null }));
  const blocks = Array.from(document.querySelectorAll("[data-block]"));
  const count = document.getElementById("shown");
  const words = () => form.elements.search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (finding, chosen, sought) => {
    const data = finding.element.dataset;
    for (const [name, value] of chosen) if (data[name] !== value) return false;
    if (sought.length === 0) return true;
    finding.text ??= finding.element.textContent.toLowerCase();
    return sought.every((word) => finding.text.includes(word));
  };
  const apply = () => {
    const chosen = Array.from(form.querySelectorAll("select")).filter((s) => s.value).map((s) => [s.name, s.value]);
    const sought = words();
    let shown = 0;
    for (const finding of findings) {
      const fit = fits(finding, chosen, sought);
      finding.element.classList.toggle("sorted-out", !fit);
      if (fit) shown += 1;
    }
    for (const block of blocks) {
      block.classList.toggle("sorted-out", !block.querySelector(".finding:not(.sorted-out)"));
    }
    count.textContent = form.dataset.message.replace("[shown]", shown.toLocaleString(document.documentElement.lang)).replace("[all]", findings.length.toLocaleString(document.documentElement.lang));
  };
  const open = (state) => {
    for (const { element } of findings) if (!element.classList.contains("sorted-out")) element.open = state;
  };
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const finding = target && target.closest(".finding");
    if (!finding) return;
    if (finding.classList.contains("sorted-out")) { form.reset(); apply(); }
    finding.open = true;
    target.scrollIntoView();
  };
  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  form.addEventListener("reset", () => setTimeout(apply));
  document.getElementById("open-all").addEventListener("click", () => open(true));
  document.getElementById("close-all").addEventListener("click", () => open(false));
  window.addEventListener("hashchange", reveal);
  apply();
  reveal();
})();
