/* Narrows the chronology to what its form asks for. The address says so too: it can be sent, and gone back from. */
(() => {
  const form = document.querySelector(".filters");
  if (!form) return;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const [rows, parts, lists] = [".event[data-k]", ".part", ".timeline, .timeline ol"].map(all);
  const fields = [...form.elements].filter(({ name }) => name);
  const { from, to, order } = form.elements;
  let shown = "";

  function show() {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) field.value = asked.get(field.name) || "";
    const keys = fields.map(({ selectedOptions }) => selectedOptions?.[0]?.dataset.k).filter(Boolean);
    for (const row of rows) {
      const { k, d } = row.dataset;
      const own = k.split(" ");
      row.hidden = d < from.value || d > (to.value || "9999") || keys.some((key) => !own.includes(key));
    }
    for (const part of parts) part.hidden = !part.querySelector(".event:not([hidden])");
    const count = rows.filter(({ hidden }) => !hidden).length;
    form.querySelector("output").value = (count < rows.length ? count + " of " : "") + rows.length + " developments";
    form.classList.toggle("narrow", count < rows.length);
    if (order.value !== shown) for (const list of lists) list.append(...[...list.children].reverse());
    shown = order.value;
  }

  function ask() {
    const asked = new URLSearchParams(new FormData(form));
    for (const { name, value } of fields) if (!value) asked.delete(name);
    history.pushState(null, "", `?${asked}`);
    show();
  }

  form.onchange = ask;
  form.onsubmit = () => false;
  form.onreset = () => setTimeout(ask);
  onpopstate = show;
  if (location.search) show();
})();
