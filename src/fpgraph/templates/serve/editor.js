"use strict";

/* The page /sparql: asks the endpoint and shows the answer. Text enters the page as text only. */

(() => {
  const MOST_ROWS = 1000;
  const find = (id) => document.getElementById(id);
  const { words, root, spaces, terms } = JSON.parse(find("given").textContent);
  const asking = find("asking");
  const area = find("query");
  let running = null;
  let editor = null;

  const make = (tag, text = "", attributes = {}) => {
    const made = document.createElement(tag);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };

  const told = (text) => { find("told").textContent = text; };
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const query = () => (editor ? editor.getValue() : area.value);

  /* Names */

  const shortened = (iri) => {
    for (const [prefix, space] of spaces) {
      const rest = iri.slice(space.length);
      if (iri.startsWith(space) && /^[\w-]+$/u.test(rest)) return `${prefix}:${rest}`;
    }
    return iri.startsWith(root) ? iri.slice(root.length) : iri;
  };

  const named = (iri) => {
    const attributes = { title: iri };
    if (iri.startsWith(root)) attributes.href = `/${iri.slice(root.length)}`;
    else if (/^https?:\/\//.test(iri)) Object.assign(attributes, { href: iri, rel: "noreferrer" });
    return make(attributes.href ? "a" : "span", shortened(iri), attributes);
  };

  /* The answer */

  const cell = (value) => {
    const made = make("td");
    if (!value) return made;
    if (value.type === "uri") {
      made.append(named(value.value));
      made.className = "short";
    } else if (value.type === "bnode") {
      made.textContent = `_:${value.value}`;
    } else {
      made.textContent = typeof value.value === "string" ? value.value : JSON.stringify(value.value);
      if (value["xml:lang"]) made.lang = value["xml:lang"];
      if (/#(integer|decimal|double|float|int|long)$/.test(value.datatype || "")) made.className = "number";
    }
    return made;
  };

  const table = (names, rows) => {
    const made = make("table");
    const head = make("tr");
    for (const name of names) head.append(make("th", name, { scope: "col" }));
    made.createTHead().append(head);
    const body = made.createTBody();
    for (const row of rows.slice(0, MOST_ROWS)) {
      const line = make("tr");
      for (const name of names) line.append(cell(row[name]));
      body.append(line);
    }
    return made;
  };

  const offer = (kind) => {
    for (const button of find("forms").querySelectorAll("button")) button.hidden = button.dataset.kind !== kind;
  };

  const show = (kind, content, ms) => {
    const place = find("answer");
    if (kind === "graph") {
      place.replaceChildren(make("pre", content));
      told(filled(words.graph, { ms }));
    } else {
      const found = JSON.parse(content);
      if ("boolean" in found) {
        place.replaceChildren(make("p", found.boolean ? words.yes : words.no, { class: "verdict" }));
        told("");
      } else {
        const rows = found.results.bindings;
        place.replaceChildren(table(found.head.vars, rows));
        const parts = [rows.length ? filled(words.rows, { n: rows.length, ms }) : words.none];
        if (rows.length > MOST_ROWS) parts.push(filled(words.first, { n: MOST_ROWS }));
        told(parts.join(" "));
      }
    }
    offer(kind);
    find("answered").hidden = false;
  };

  const complain = (sentence) => {
    find("problem").textContent = sentence;
    find("problem").hidden = false;
    const place = /^Line (\d+), column (\d+)/.exec(sentence);
    if (!place) return;
    const [line, column] = [Number(place[1]) - 1, Number(place[2]) - 1];
    if (editor) editor.getDoc().setCursor({ line, ch: column });
    else {
      const start = area.value.split("\n").slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + column;
      area.setSelectionRange(start, start + 1);
    }
  };

  /* Asking */

  const busy = (on) => {
    find("stop").hidden = !on;
    find("asking").setAttribute("aria-busy", String(on));
    if (on) told(words.running);
  };

  const ask = async () => {
    if (running) running.abort();
    const mine = running = new AbortController();
    find("problem").hidden = true;
    find("answered").hidden = true;
    busy(true);
    const begin = performance.now();
    try {
      const response = await fetch("/sparql", {
        method: "POST",
        headers: {
          "Content-Type": "application/sparql-query",
          "Accept": "application/sparql-results+json, text/turtle",
        },
        body: query(),
        signal: mine.signal,
      });
      const content = await response.text();
      if (mine !== running) return;
      told("");
      if (!response.ok) complain(content.trim());
      else {
        const rows = response.headers.get("Content-Type").startsWith("application/sparql-results");
        show(rows ? "rows" : "graph", content, Math.round(performance.now() - begin));
      }
    } catch (error) {
      if (mine !== running) return;
      told("");
      if (error.name === "AbortError") told(words.stopped);
      else complain(words.unreachable);
    } finally {
      if (mine === running) {
        running = null;
        busy(false);
      }
    }
  };

  /* The editor of others, where it is there; else the plain one. */

  const suggesting = (Yasqe, kind) => {
    const base = Yasqe.Autocompleters ? Yasqe.Autocompleters[kind] : null;
    if (base) {
      const wanted = terms[kind === "class" ? "classes" : "properties"];
      Yasqe.forkAutocompleter(kind, { name: `fpgraph-${kind}`, bulk: true, persistenceId: null, get: () => wanted }, false);
    }
    return `fpgraph-${kind}`;
  };

  /* What is used and known is declared, or the editor would call it a mistake. */
  const declare = () => {
    const text = editor.getValue();
    const missing = spaces.filter(([prefix]) =>
      new RegExp(`(^|[\\s(/^|!,;])${prefix}:[\\w-]`, "m").test(text)
      && !new RegExp(`PREFIX\\s+${prefix}:`, "i").test(text));
    if (missing.length) editor.addPrefixes(Object.fromEntries(missing));
  };

  const enrich = () => {
    const library = window.Yasqe && (window.Yasqe.default || window.Yasqe.Yasqe || window.Yasqe);
    if (typeof library !== "function") return;
    // Its own would ask prefix.cc and Linked Open Vocabularies. A list given to the
    // constructor is merged with these, so the list itself is replaced.
    library.defaults.autocompleters = ["variables", suggesting(library, "class"), suggesting(library, "property")];
    const host = make("div");
    area.before(host);
    editor = new library(host, {
      value: area.value,
      prefixCcApi: null,
      persistenceId: null,
      showQueryButton: false,
      createShareableLink: null,
      consumeShareLink: null,
      resizeable: false,
      pluginButtons: () => undefined,
      extraKeys: { Tab: false, "Shift-Tab": false, "Ctrl-Enter": ask, "Cmd-Enter": ask, "Ctrl-Space": (it) => it.autocomplete() },
    });
    area.hidden = true;
    editor.on("change", declare);
    declare();
    editor.getInputField().setAttribute("aria-label", words.query);
    editor.getInputField().setAttribute("aria-describedby", "keys");
    find("keys").hidden = false;
    document.querySelector("label[for=query]").addEventListener("click", () => editor.focus());
  };

  find("run").hidden = false;
  find("run").addEventListener("click", ask);
  find("stop").addEventListener("click", () => running && running.abort());
  asking.addEventListener("submit", () => { area.value = query(); });
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      ask();
    }
  });
  find("example").addEventListener("change", (event) => event.target.form.requestSubmit());
  enrich();
  if ("run" in asking.dataset) ask();
})();
