"use strict";
// Walking along the claims that pass the filters: neighbourhoods and shortest paths.

const isDenied = (claim) => stanceTests.denied(claim);

// All within so many steps of a node, and the claims that lead there.
function neighbourhood(number, steps) {
  const found = { nodes: new Set([number]), claims: new Set() };
  let front = [number];
  for (let step = 0; step < steps; step += 1) {
    const next = [];
    for (const at of front) {
      for (const claim of entities[at].claims) {
        if (!claimShown(claim)) continue;
        found.claims.add(claim.number);
        const end = otherEnd(claim, at);
        if (found.nodes.has(end)) continue;
        found.nodes.add(end);
        next.push(end);
      }
    }
    front = next;
  }
  return found;
}

// How many steps each node is away from one, as far as a second one.
function stepsAway(number, enough) {
  const away = new Map([[number, 0]]);
  const queue = [number];
  for (const at of queue) {
    if (at === enough) break;
    for (const claim of entities[at].claims) {
      const end = otherEnd(claim, at);
      if (away.has(end) || !claimShown(claim)) continue;
      away.set(end, away.get(at) + 1);
      queue.push(end);
    }
  }
  return away;
}

// Of paths as short, the one that rests most on what the authors themselves affirm.
function detour(claim) {
  if (claim.affirmed) return 0;
  return isDenied(claim) ? 3 : 1;
}

// The steps of a shortest path, each { from, to, claims }, the claim it rests on first.
// Claims lead both ways. Returns null where there is none.
function shortestPath(from, to) {
  const away = stepsAway(to, from);
  if (!away.has(from)) return null;
  let front = new Map([[from, { cost: 0, step: null, before: null }]]);
  for (let left = away.get(from) - 1; left >= 0; left -= 1) {
    const next = new Map();
    for (const [at, way] of front) {
      for (const claim of entities[at].claims) {
        const end = otherEnd(claim, at);
        if (away.get(end) !== left || !claimShown(claim)) continue;
        const cost = way.cost + detour(claim);
        if (cost < (next.get(end)?.cost ?? Infinity)) next.set(end, { cost, step: { from: at, to: end }, before: way });
      }
    }
    front = next;
  }
  const steps = [];
  for (let way = front.get(to); way?.step; way = way.before) steps.unshift({ ...way.step, claims: between(way.step) });
  return steps;
}

function between({ from, to }) {
  const found = entities[from].claims.filter((claim) => otherEnd(claim, from) === to && claimShown(claim));
  return found.sort((one, two) => detour(one) - detour(two) || one.number - two.number);
}

// What the picture puts into the light instead of a node's own claims: a path, or a wider circle.
function walkedFocus() {
  if (state.path) {
    const { from, to } = state.path;
    const steps = shortestPath(from, to) ?? [];
    return {
      nodes: new Set([from, to, ...steps.map((step) => step.to)]),
      claims: new Set(steps.flatMap((step) => step.claims.map((claim) => claim.number))),
    };
  }
  if (state.node === null || state.steps < 2 || entities[state.node].claims.length === 0) return null;
  return neighbourhood(state.node, state.steps);
}
