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

  const form = document.querySelector("form.filter");
  if (!form) return;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = [...document.querySelectorAll("table.claims tbody tr")].map((row) => ({ row, text: fold(row.textContent) }));
  const show = () => {
    const words = fold(form.words.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      const fits = words.every((word) => text.includes(word))
        && (!form.stance.value || row.dataset.stance === form.stance.value)
        && (!form.figures.checked || row.dataset.figures !== "0");
      row.hidden = !fits;
      shown += fits;
    }
    const output = form.querySelector("output");
    output.textContent = `${shown} / ${rows.length} ${output.dataset.word}`;
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
})();
