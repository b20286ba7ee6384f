"use strict";
(() => {
  // a claim that is interrupted or crossed by another has several pieces: light all of them up
  const light = () => {
    document.querySelectorAll(".lit").forEach((piece) => piece.classList.remove("lit"));
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.dataset.claim) return;
    document.querySelectorAll(`[data-claim="${CSS.escape(target.dataset.claim)}"]`).forEach((piece) => piece.classList.add("lit"));
  };
  addEventListener("hashchange", light);
  light();
  document.querySelector("form.filter")?.dispatchEvent(new Event("input"));
})();
