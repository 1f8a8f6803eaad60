"use strict";
// Turtle of claims and of what they speak of, triple for triple as graph.ttl has it.
// https://www.w3.org/TR/turtle/

const ESCAPED = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f" };

function literal(words, language = "") {
  const inside = words.replace(/[\\"\n\r\t\b\f]/g, (sign) => ESCAPED[sign]);
  return `"${inside}"${language ? `@${language}` : ""}`;
}

const labelled = (words) => ["en", "uk"].filter((language) => words[language]).map((language) =>
  literal(words[language], language));
const entityTerm = (number) => `fpid:${entities[number].id}`;
const claimAddress = (claim) => `${records.bases.claim}${sources[claim.source].id}/${claim.id}`;
const passageTerm = (claim) => (number) => `<${records.bases.passage}${sources[claim.source].id}/${number}>`;

// One subject with its predicates; those without an object are left out.
function told(subject, type, pairs) {
  const said = pairs.filter(([, objects]) => objects.length > 0);
  const lines = said.map(([predicate, objects]) => `${predicate} ${objects.join(" , ")}`);
  return `${[`${subject} a ${type}`, ...lines].join(" ;\n    ")} .`;
}

function citationNodes(claim) {
  const times = new Map();
  return claim.cites.map(([work, pages]) => {
    const local = entities[work].id.slice(sources[claim.source].id.length + 1);
    times.set(work, (times.get(work) ?? 0) + 1);
    const again = times.get(work) > 1 ? `-${times.get(work)}` : "";
    return { node: `<${claimAddress(claim)}#${local}${again}>`, work, pages };
  });
}

function claimTurtle(claim) {
  const cited = citationNodes(claim);
  const subject = `<${claimAddress(claim)}>`;
  const about = told(subject, "fp:Claim", [
    ["fp:claimSubject", [entityTerm(claim.subject)]],
    ["fp:claimPredicate", [`fp:${claim.relation}`]],
    ["fp:claimObject", [entityTerm(claim.object)]],
    ["fp:rank", claim.rank === null ? [] : [String(claim.rank)]],
    ["fp:assertedBy", [entityTerm(claim.speaker)]],
    ["fp:reportedBy", [entityTerm(claim.relayer)]],
    ["fp:stance", [`fp:${asClass(claim.stance)}`]],
    ["fp:polarity", [`fp:${asClass(claim.polarity)}`]],
    ["fp:kind", [`fp:${asClass(claim.kind)}`]],
    ["rdfs:label", labelled(claim)],
    ["prov:wasDerivedFrom", [`fpid:${sources[claim.source].id}`]],
    ["fp:hasEvidence", claim.passages.map(passageTerm(claim))],
    ["fp:repeatedIn", claim.also.map(passageTerm(claim))],
    ["fp:codedBy", [literal(claim.rule)]],
    ["fp:cites", [...new Set(cited.map(({ work }) => entityTerm(work)))]],
    ["fp:hasCitation", cited.map(({ node }) => node)],
  ]);
  const works = cited.map(({ node, work, pages }) => told(node, "fp:Citation", [
    ["fp:citedWork", [entityTerm(work)]], ["fp:pages", pages ? [literal(pages)] : []],
  ]));
  return [about, ...works].join("\n\n");
}

const asClass = (value) => value.charAt(0).toUpperCase() + value.slice(1);

function entityTurtle(entity) {
  if (entity.turtle) return entity.turtle;
  const definition = { en: entity.definition_en, uk: entity.definition_uk };
  const other = (language) => entity[`alt_${language}`].map((words) => literal(words, language));
  return told(entityTerm(entity.number), `fp:${entity.type} , owl:NamedIndividual`, [
    ["rdfs:label", labelled(entity)],
    ["skos:prefLabel", labelled(entity)],
    ["skos:altLabel", [...other("en"), ...other("uk")]],
    ["skos:definition", labelled(definition)],
    ["skos:broader", entity.broader.map(entityTerm)],
    ["skos:exactMatch", entity.match.map((address) => `<${address}>`)],
  ]);
}

// What an author holds to be so is an edge, with what it rests on; or held not to be so.
function edgeTurtle(found) {
  const grounds = new Map();
  for (const claim of found.filter(({ holds }) => holds)) {
    const key = [claim.holds, claim.subject, claim.relation, claim.object].join(" ");
    if (!grounds.has(key)) grounds.set(key, []);
    grounds.get(key).push(claim);
  }
  return [...grounds.values()].map((claimed) => {
    const [{ holds, subject, relation, object }] = claimed;
    const ends = [entityTerm(subject), `fp:${relation}`, entityTerm(object)];
    const isEdge = holds === "edge";
    const names = isEdge
      ? ["owl:annotatedSource", "owl:annotatedProperty", "owl:annotatedTarget"]
      : ["owl:sourceIndividual", "owl:assertionProperty", "owl:targetIndividual"];
    const ranks = isEdge ? [...new Set(claimed.map(({ rank }) => rank).filter((rank) => rank !== null))] : [];
    const node = told("[]", isEdge ? "owl:Axiom" : "owl:NegativePropertyAssertion", [
      ...names.map((name, place) => [name, [ends[place]]]),
      ["fp:basedOnClaim", claimed.map((claim) => `<${claimAddress(claim)}>`)],
      ["fp:rank", ranks.sort((one, two) => one - two).map(String)],
    ]);
    return isEdge ? `${ends.join(" ")} .\n\n${node}` : node;
  });
}

// A whole document: entities, claims, edges, and the prefixes in use before them.
function turtleOf(numbers, found) {
  const body = [
    ...numbers.map((number) => entityTurtle(entities[number])), ...found.map(claimTurtle), ...edgeTurtle(found),
  ].join("\n\n");
  return `${prefixLines(body, (name, space) => `@prefix ${name}: <${space}> .`)}\n\n${body}\n`;
}

function prefixLines(body, line) {
  const outside = body.replace(/"(?:[^"\\]|\\.)*"|<[^>]*>/g, "");
  return Object.entries(records.prefixes).filter(([name]) => new RegExp(`(^|[\\s(^|/])${name}:`).test(outside))
    .map((pair) => line(...pair)).join("\n");
}

// All that claims name: both ends, who says and relays them, what they cite.
function namedBy(found) {
  const named = found.flatMap((claim) =>
    [claim.subject, claim.object, claim.speaker, claim.relayer, ...claim.cites.map(([work]) => work)]);
  return [...new Set(named)].sort((one, two) => one - two);
}
