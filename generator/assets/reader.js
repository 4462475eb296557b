/* What readers keep and reach: citations to copy, previews of links, keys, and what changed since their last visit.
   A page needs none of it to be read, nothing on it moves, and nothing leaves the reader's machine. */
(() => {
  const article = document.querySelector("article");
  const root = new URL("..", document.currentScript.src).pathname;
  const all = (selector, within = article) => [...within.querySelectorAll(selector)];
  const make = (tag, parent, values) => parent.appendChild(Object.assign(document.createElement(tag), values));
  const button = (parent, textContent, onclick) =>
    make("button", parent, { type: "button", className: "tool", ariaLive: "polite", textContent, onclick });

  // A browser may refuse to keep anything: then each visit is the first.
  function kept(name, value) {
    try {
      if (value) localStorage.setItem(root + name, JSON.stringify(value));
      return JSON.parse(localStorage.getItem(root + name));
    } catch {
      return value;
    }
  }

  const dialog = make("dialog", document.body, { className: "reader md-typeset" });
  function show(ariaLabel, content) {
    dialog.ariaLabel = ariaLabel;
    dialog.replaceChildren(content);
    button(dialog, "Close", () => dialog.close());
    dialog.showModal();
  }

  // Citations. The newer way to copy does not work at every address.
  function offerCopies(within) {
    for (const item of all(".cite dd", within)) {
      const copy = button(item, "Copy", () => {
        getSelection().selectAllChildren(item.firstElementChild);
        document.execCommand("copy");
        copy.textContent = "Copied";
      });
    }
  }

  function citeClaim(heading) {
    const plain = heading.cloneNode(true);
    all("a, .unit", plain).forEach((part) => part.remove());
    const words = plain.innerHTML.trim().replace(/\.$/, "");
    const values = { words, code: words.replace(/&amp;|[%$#_{}]/g, "\\$&"), claim: heading.id };
    const content = document.createElement("div");
    content.innerHTML = forms.innerHTML.replace(/‹(\w+)›/g, (_, name) => values[name]);
    offerCopies(content);
    show("Cite this claim", content);
  }

  offerCopies();
  const forms = document.getElementById("claim-citations");
  if (forms) all(".about").forEach((line) => button(line, "Cite", () => citeClaim(line.parentNode.querySelector("h3"))));

  // Previews: at rest on a link, by pointer or key; gone by Escape or on leaving both.
  const known = document.getElementById("previews");
  const box = make("div", article, { className: "preview", id: "preview", popover: "manual" });
  let timer, shown;
  function preview(link) {
    const [path, anchor] = link.getAttribute("href").split("#");
    if (path) return known?.content.querySelector(`[data-of="${CSS.escape(path)}"]`);
    return link.matches("sup a, .stances a") && document.getElementById(anchor)?.closest("li, section");
  }

  function open(link) {
    close();
    const found = preview(link)?.cloneNode(true);
    if (!found) return;
    all("[id]", found).forEach((part) => part.removeAttribute("id"));
    box.replaceChildren(...found.childNodes);
    shown = link;
    link.removeAttribute("title");
    link.setAttribute("aria-describedby", box.id);
    box.showPopover();
    const { left, top, bottom } = link.getClientRects()[0];
    const over = bottom + box.offsetHeight + 8 > innerHeight;
    box.style.left = Math.max(8, Math.min(left, document.body.clientWidth - box.offsetWidth - 8)) + scrollX + "px";
    box.style.top = (over ? top - box.offsetHeight - 4 : bottom + 4) + scrollY + "px";
  }

  function close() {
    shown?.removeAttribute("aria-describedby");
    shown = null;
    box.hidePopover();
  }

  function rest(place) {
    const link = place.closest("article a[href]");
    clearTimeout(timer);
    if (!box.contains(place) && link !== shown) timer = setTimeout(() => (link ? open(link) : close()), 300);
  }

  if (box.showPopover) {
    addEventListener("pointerover", (event) => event.pointerType === "mouse" && rest(event.target));
    addEventListener("focusin", ({ target }) => target.matches(":focus-visible") && rest(target));
  }

  // Keys. All that are a single character can be switched off, those of the theme too.
  const items = ".event, .claim, .statement, .positions > li, .revisions > li, .ledger tr, .sources > li";
  function step(by) {
    const seen = all(items).filter((item) => item.offsetParent);
    let at = seen.indexOf(document.activeElement.closest(items));
    if (at < 0) at = seen.findIndex((item) => item.getBoundingClientRect().top > 48) - (by > 0);
    const item = seen[at + by];
    if (!item) return;
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "center" });
  }

  function help() {
    const content = document.createElement("div");
    content.innerHTML = `<p><b>Keys</b></p><p><kbd>/</kbd> search<br><kbd>j</kbd> <kbd>k</kbd> next, previous item of a list<br>
      <kbd>Enter</kbd> open it<br><kbd>n</kbd> <kbd>p</kbd> next, previous page<br><kbd>?</kbd> these words</p>
      <p><label><input type="checkbox"> Keys of one character are on</label></p>`;
    const box = content.querySelector("input");
    box.checked = kept("keys") !== "off";
    box.onchange = () => kept("keys", box.checked ? "on" : "off");
    show("Keys", content);
  }

  const actions = { j: () => step(1), k: () => step(-1), "?": help };
  function press(event) {
    const { key, target } = event;
    if (key === "Escape") close();
    if (key === "Enter" && target.matches(items)) target.querySelector("a:not(.permalink)")?.click();
    const writes = target.matches("textarea, select, input:not([type=checkbox], [type=radio])");
    if (key.length > 1 || event.ctrlKey || event.altKey || event.metaKey || writes) return;
    if (kept("keys") === "off" || dialog.open) event.stopImmediatePropagation();
    else actions[key]?.();
  }

  addEventListener("keydown", press, true);
  all("[data-keys]").forEach((opener) => (opener.onclick = help));

  // What changed since the last visit, which ended when no page had been opened for half an hour.
  const day = document.querySelector("[data-day]")?.dataset.day;
  const visit = kept("visit") || { since: day, seen: day };
  if (Date.now() - visit.at > 18e5) visit.since = visit.seen;
  kept("visit", { since: visit.since, seen: day > visit.seen ? day : visit.seen, at: Date.now() });
  const changed = all("[data-changed]").filter((item) => item.dataset.changed > visit.since);
  for (const item of changed) {
    item.classList.add("new");
    make("span", item, { className: "unseen", textContent: " (changed since your last visit)" });
  }
  const line = document.getElementById("since");
  if (line && changed.length) line.textContent = `Since your last visit: ${changed.length} on this page, marked by a bar.`;
})();
