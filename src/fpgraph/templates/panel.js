"use strict";
// The panel: where to begin, or all about the node or the claim that is selected.

const panel = document.getElementById("details");
const MANY_CLAIMS = 14; // of a node: above, each relation shows its neighbours, and its claims when opened
const LISTED = 300; // rows of a list at first

const badge = (words, kind) => make("span", { class: `badge ${kind}` }, words);

function badges(claim) {
  const found = [];
  if (claim.stance === "denies") found.push(badge(term(records.values, "denies"), "denies"));
  if (claim.stance === "hedges") found.push(badge(term(records.values, "hedges"), "hedges"));
  if (claim.polarity === "negative") found.push(badge(text("negative"), "negative"));
  if (claim.rank) found.push(badge(text("rank", { n: claim.rank }), "rank"));
  found.push(badge(text(claim.kind), claim.kind));
  return found;
}

// Who says it; and who relays it, where that is somebody else.
function speakerLine(claim) {
  const relayed = claim.relayer !== claim.speaker && label(entities[claim.relayer]);
  return make(
    "p",
    { class: "speaker" },
    entityButton(claim.speaker, "who"),
    relayed ? make("span", { class: "relayed" }, text("relayed", { who: relayed })) : null,
    ...badges(claim),
  );
}

function citations(claim) {
  if (claim.cites.length === 0) return null;
  const works = claim.cites.map(([number, pages]) => {
    const printed = pages ? ` ${text("pages", { pages: pages.replaceAll("-", "–") })}` : null;
    return make("li", {}, entityButton(number, "who"), printed);
  });
  return make("div", { class: "cites" }, make("span", {}, text("cites")), make("ul", {}, ...works));
}

// Where a claim stands and what it cites; in full with paragraph, characters and context.
function evidence(claim, inFull) {
  return [
    ...claim.passages.map((number) => placeOf(claim, number, inFull)), repetitions(claim), citations(claim),
  ];
}

// A claim as seen from one of its ends, or from elsewhere (`number` is null).
function claimItem(claim, number) {
  return make(
    "li",
    { class: "claim", "data-claim": claim.id },
    entityButton(number === null ? claim.subject : otherEnd(claim, number)),
    make(
      "button",
      { type: "button", class: "gloss opens", on: { click: () => selectClaim(claim.number, true) } },
      make("bdi", {}, claim[state.language] || claim[other(state.language)]),
    ),
    speakerLine(claim),
    ...evidence(claim, false),
  );
}

// The claims of a node by relation: as subject first, then the relations with most claims.
function claimGroups(entity) {
  const groups = new Map();
  for (const claim of entity.claims.filter(claimShown)) {
    const name = relationName(claim, entity.number);
    const incoming = Number(claim.subject !== entity.number);
    const key = `${incoming} ${name}`;
    if (!groups.has(key)) groups.set(key, { name, incoming, family: claim.family, claims: [] });
    groups.get(key).claims.push(claim);
  }
  const ordered = [...groups.values()].sort(
    (one, two) =>
      one.incoming - two.incoming || two.claims.length - one.claims.length ||
      one.name.localeCompare(two.name, state.language));
  return ordered.map((group) => {
    const stroke = tone(familyLook(group.family));
    const swatch = drawing("0 0 16 4", "swatch", { d: "M0 2H16", stroke, "stroke-width": 3 });
    const open = entity.claims.length <= MANY_CLAIMS || group.claims.length === 1;
    const claimed = claimGroup(group.name, swatch, group.claims, entity.number, open);
    return open ? claimed : make("div", {}, claimed, neighbourList(group.claims, entity.number));
  });
}

function claimGroup(name, swatch, found, number, open) {
  const list = make("ul");
  const fill = () => list.replaceChildren(...found.map((claim) => claimItem(claim, number)));
  const heading = [swatch, make("span", {}, name), make("span", { class: "count" }, String(found.length))];
  const group = make("details", { class: "group", open }, make("summary", {}, ...heading.filter(Boolean)), list);
  if (open) fill();
  else group.addEventListener("toggle", fill, { once: true });
  return group;
}

// Who stands at the other ends of many claims: what can be seen without opening them all.
function neighbourList(found, number) {
  const ends = [...new Set(found.map((claim) => otherEnd(claim, number)))];
  ends.sort((one, two) => byImportance(entities[one], entities[two]));
  return make("ul", { class: "neighbours" }, ...ends.map((end) => make("li", {}, entityButton(end, "who"))));
}

// What a speaker says and what a work is cited for; the author's own hundreds only when asked.
function otherGroups(entity) {
  return [["saying", entity.said], ["citedFor", entity.citing]].map(([key, own]) => {
    const found = own.filter(claimShown);
    return found.length ? claimGroup(text(key), null, found, null, found.length <= 40) : null;
  });
}

function backButton() {
  return make("button", { type: "button", class: "back", on: { click: clearSelection } }, text("back"));
}

function definitions(entity) {
  const [first, second] = [state.language, other(state.language)];
  const one = (language, kind) => {
    const words = entity[`definition_${language}`];
    return words ? make("p", { class: `definition ${kind}`, lang: language }, make("bdi", {}, words)) : null;
  };
  return [one(first, "own"), one(second, "foreign")];
}

function row(title, ...content) {
  return make("div", { class: "row" }, make("dt", {}, title), make("dd", {}, ...content));
}

function facts(entity) {
  const rows = [];
  const also = [...entity[`alt_${state.language}`], ...entity[`alt_${other(state.language)}`]];
  if (also.length) rows.push(row(text("alternatives"), ...also.map((name) => make("bdi", { class: "alt" }, name))));
  for (const way of ["broader", "narrower"]) {
    const linked = entity[way].map((number) => entityButton(number, "who"));
    if (linked.length) rows.push(row(text(way), ...linked));
  }
  const links = entity.match.filter((address) => /^https?:\/\//.test(address)).map((address) =>
    make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address.replace(/^https?:\/\//, "")));
  if (links.length) rows.push(row(text("matches"), ...links));
  return rows.length ? make("dl", { class: "facts" }, ...rows) : null;
}

function nodePanel(entity) {
  const foreign = other(state.language);
  const groups = claimGroups(entity);
  const hidden = entity.claims.length - entity.claims.filter(claimShown).length;
  const counts = [
    entity.claims.length ? text("claimsAbout", { n: entity.claims.length }) : "",
    entity.mentions ? text("mentions", { n: entity.mentions }) : "",
  ].filter(Boolean);
  return [
    backButton(),
    make("p", { class: "kind" }, typeIcon(entity.top), capital(typeName(entity))),
    make("h2", { id: "selected", tabindex: "-1" }, make("bdi", {}, label(entity))),
    entity[foreign] && entity[foreign] !== label(entity)
      ? make("p", { class: "translation", lang: foreign }, make("bdi", {}, entity[foreign])) : null,
    ...definitions(entity),
    facts(entity),
    counts.length ? make("p", { class: "counts" }, counts.join(" · ")) : null,
    ...mentionPlaces(entity),
    nodeTools(entity),
    ...groups,
    ...otherGroups(entity),
    hidden ? make("p", { class: "hint" }, text("filteredOut", { n: hidden })) : null,
  ];
}

function claimPanel(claim) {
  const foreign = other(state.language);
  return [
    backButton(),
    make("p", { class: "kind" }, text("claim")),
    make("h2", { id: "selected", tabindex: "-1" }, make("bdi", {}, claim[state.language])),
    make("p", { class: "translation", lang: foreign }, make("bdi", {}, claim[foreign])),
    make(
      "div",
      { class: "statement" },
      entityButton(claim.subject),
      make("p", { class: "relation" }, term(relations, claim.relation)),
      entityButton(claim.object),
    ),
    make(
      "dl",
      { class: "facts" },
      row(text("said"), entityButton(claim.speaker, "who")),
      claim.relayer === claim.speaker ? null : row(text("relayedBy"), entityButton(claim.relayer, "who")),
    ),
    make("p", { class: "speaker" }, badge(term(records.values, claim.stance), claim.stance), ...badges(claim).filter(
      (found) => !found.classList.contains(claim.stance))),
    make("h3", {}, text("where")),
    ...evidence(claim, true),
    alsoNamed(claim),
    claimTools(claim),
    make("p", { class: "hint" }, make("code", {}, claim.id)),
  ];
}

function startPanel() {
  const ranked = entities.filter(entityShown).sort(byImportance);
  const best = (tops, count) => ranked.filter((entity) => tops.includes(entity.top)).slice(0, count);
  const sections = [["Actor", 7], ["PolicyCourse", 5], ["Theory", 5]].map(([top, count]) => {
    const found = best([top], count);
    if (found.length === 0) return null;
    return make(
      "section",
      { class: "begin" },
      make("h3", {}, text(`type.${top}`)),
      make("ul", {}, ...found.map((entity) =>
        make("li", {}, entityButton(entity.number), make("span", { class: "count" }, String(entity.claims.length))))),
    );
  });
  return [
    make("h2", { id: "selected", tabindex: "-1" }, text("start")),
    make("p", { class: "hint" }, text("startHint")),
    ...sections,
  ];
}

function fillPanel() {
  let content;
  if (state.path) content = pathPanel(state.path);
  else if (state.claim !== null) content = claimPanel(claims[state.claim]);
  else if (state.node !== null) content = nodePanel(entities[state.node]);
  else content = startPanel();
  panel.replaceChildren(...content.filter(Boolean));
}

function claimRow(claim) {
  return make("li", {}, make(
    "button",
    {
      type: "button", class: "listed", "aria-current": claim.number === state.claim ? "true" : null,
      on: { click: () => selectClaim(claim.number, true) },
    },
    make("bdi", { class: "gloss" }, claim[state.language]),
    make("span", { class: "where" }, [label(entities[claim.speaker]), sentenceList(claim)].join(" · ")),
  ));
}

function nodeRow(entity) {
  return make("li", {}, entityButton(entity.number), make("span", { class: "where" }, [
    capital(typeName(entity)), text("claimsAbout", { n: entity.claims.filter(claimShown).length }),
  ].join(" · ")));
}

// Rows, the first few hundred at once and the others on demand.
function fillRows(list, things, toRow) {
  const more = (from) => {
    const rows = things.slice(from, from + LISTED).map(toRow);
    const rest = things.length - from - rows.length;
    const next = make("li", {}, make("button", { type: "button", class: "plain" }, text("more", { n: rest })));
    next.firstChild.addEventListener("click", () => {
      next.remove();
      list.append(...more(from + LISTED));
      list.children[from + LISTED]?.querySelector("button")?.focus();
    });
    return rest > 0 ? [...rows, next] : rows;
  };
  list.replaceChildren(...more(0));
}

// What the picture shows, in words: the nodes by importance, the claims in the order of the text.
function fillList() {
  const order = (claim) => claim.passages[0] ?? 0;
  const shown = claims.filter(claimShown).sort((one, two) => one.source - two.source || order(one) - order(two));
  const nodesShown = entities.filter(entityShown).sort(byImportance);
  fillRows(document.getElementById("claim-list"), shown, claimRow);
  fillRows(document.getElementById("node-list"), nodesShown, nodeRow);
  document.getElementById("list-hint").textContent = text(shown.length ? "listHint" : "listEmpty");
  document.getElementById("nodes-shown").textContent = text("nodesShown", { n: nodesShown.length });
}
