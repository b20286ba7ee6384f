"use strict";
(() => {
  const form = document.querySelector("form.filter");
  if (!form) return;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let rows;
  const show = () => {
    rows ??= [...document.querySelectorAll("table.claims tbody tr")].map((row) => ({ row, text: fold(row.textContent) }));
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
})();
