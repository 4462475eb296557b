/* Shows claims as of an earlier day. Rows carry what was before, as views/stands.py writes it; this only picks. */
(() => {
  const form = document.querySelector(".as-of");
  if (!form) return;
  const [input, , output] = form.elements;
  const told = output.value;
  const all = (selector, within) => [...within.querySelectorAll(selector)];
  const words = (day) => new Date(day).toUTCString().slice(5, 16).replace(/^0/, "");
  const items = (text) => text.split(";").map((item) => item.split("|"));
  const at = (days, day) => days.findLast(([first]) => first <= day);

  function readStand(place) {
    const html = place.innerHTML;
    const days = items(place.dataset.d || new Date(place.lastChild.data + " UTC").toISOString().slice(0, 10));
    const show = (day) => {
      const item = at(days, day);
      place.hidden = !item && place.localName === "li";
      place.innerHTML = item ? html : "–";
      if (!item?.[1]) return;
      const [since, said, entry, number] = item;
      const [word, link] = ["b", "a"].map((name) => place.querySelector(name));
      word.textContent = said;
      word.className = /\d/.test(said) ? "figure" : said;
      link.href = link.href.replace(/[^/]*$/, `${entry}.html#statement-${number}`);
      place.lastChild.data = " " + words(since);
    };
    return { show, first: days[0][0], last: days.at(-1)[0] };
  }

  function readRow(row) {
    const stands = all(".who li, [data-v]", row).map(readStand);
    const days = items(row.dataset.s || stands.map(({ first }) => first).sort()[0] || input.max);
    const last = stands.map(({ last }) => last).sort().pop();
    const state = row.querySelector(".state");
    const html = state.innerHTML;
    const home = row.closest("[data-status]");
    return (day) => {
      const item = at(days, day);
      const was = item?.[1];
      row.hidden = !item;
      stands.forEach(({ show }) => show(day));
      state.innerHTML = html;
      // Remarks are those of the last statement: before it, others may have stood there.
      if (was || day < last) state.textContent = was ? was.replace("-", " ") : state.firstChild.data;
      (was ? sections[was] || sections.figures : home?.querySelector("table"))?.tBodies[0].append(row);
      return item;
    };
  }

  const sections = {};
  for (const section of all("[data-status]", document)) sections[section.dataset.status] = section.querySelector("table");
  const rows = all(".ledger tbody tr, .matrix tbody tr", document).map(readRow);

  function show(day) {
    const earlier = day && day < input.max;
    const spoken = rows.filter((row) => row(earlier ? day : input.max)).length;
    output.value = earlier ? `${spoken} of ${rows.length} claims had been spoken to by ${words(day)}.` : told;
    document.body.classList.toggle("is-earlier", !!earlier);
    for (const table of Object.values(sections)) {
      const count = all("tbody tr:not([hidden])", table).length;
      table.parentNode.hidden = !count;
      table.parentNode.querySelector(".count").textContent = count;
    }
    history.replaceState(null, "", earlier ? "?as-of=" + day : location.pathname);
  }

  form.oninput = () => show(input.value);
  form.onreset = () => show();
  input.value = new URLSearchParams(location.search).get("as-of") || input.max;
  if (input.value < input.max) show(input.value);
})();
