"use strict";
(() => {
  // a claim that is interrupted or crossed by another has several pieces: light all of them up, in their article alone
  const light = () => {
    document.querySelectorAll(".content.lit, .card.lit").forEach((piece) => piece.classList.remove("lit"));
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let fold = target.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
    const sheet = target.closest(".sheet");
    if (sheet && target.dataset.claim) {
      sheet.querySelectorAll(`[data-claim="${CSS.escape(target.dataset.claim)}"]`).forEach((piece) => piece.classList.add("lit"));
    }
    if (target.hidden) target.hidden = false;
    // rows that were not laid out yet have a guessed height: go there again once they are
    requestAnimationFrame(() => target.scrollIntoView({ block: sheet && target !== sheet ? "center" : "start" }));
  };
  addEventListener("hashchange", light);
  addEventListener("load", light);

  // an edge or a name of the graph: what belongs to it stands out
  const graph = document.querySelector("svg.graph");
  if (graph) {
    const show = (node) => graph.querySelectorAll(".edge").forEach((edge) => {
      const fits = node && (edge.dataset.from === node || edge.dataset.to === node);
      edge.classList.toggle("lit", Boolean(fits));
      edge.classList.toggle("dim", Boolean(node) && !fits);
    });
    graph.addEventListener("pointerover", (event) => {
      const name = event.target.closest("[data-node]"); // a line of a name is an element of its own
      show(name ? name.dataset.node : "");
    });
    graph.addEventListener("pointerleave", () => show(""));
  }

  // on paper everything is open, also where the style sheet cannot see to it, and afterwards as it was
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((fold) => { fold.open = false; }));
})();
