// The rules that a decision table can hold, in GoRules' zen engine: node zen.mjs FILE AS_OF LIST
// A case's activities are judged by one call; working time is worked out here, from the intervals of the tables.
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ZenEngine } from '@gorules/zen-engine';

const [log, asOfText, list] = process.argv.slice(2);
const OFFSET = 7 * 3_600_000;
const DAY = 86_400_000;
const asOf = moment(asOfText.replace('T', ' '));
const RULES = {
  'time-reversed': 'end != null and end < start',
  'time-in-future': 'start > asOf or (end != null and end > asOf)',
  'sop-unknown': 'first and not sopKnown',
  'sop-not-in-force': 'day < inForce',
  'step-unknown': 'sopKnown and not stepKnown',
  'step-late': 'end != null and overrun > 0',
  'step-overdue': 'end == null and overrun > 0',
  'step-wrong-executor': 'stepKnown and len(executors) > 0 and not (role in executors)',
  'decision-missing': 'approval and end != null and decision == null',
  'rework-excessive': 'lastRound and round > maximumRounds',
};
const OF_CASE = new Set(['sop-unknown']);
const OF_STEP = new Set(['rework-excessive']);

function table(name) {
  const lines = readFileSync(`target/bench/definitions/${name}.tsv`, 'utf8').trimEnd().split('\n');
  const columns = lines[0].split('\t');
  return lines.slice(1).map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]]));
  });
}

function normalised(text) {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
}

function key(text) {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
}

function moment(text) {
  return Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8, 10), +text.slice(11, 13),
    +text.slice(14, 16), text.length > 16 ? +text.slice(17, 19) : 0) - OFFSET;
}

const settings = Object.fromEntries(table('settings').map((row) => [row.key, row.value]));
const maximumRounds = +settings['maximum-rounds'];
const sopByKey = new Map();
const sops = new Map();
for (const row of table('sops')) {
  const sop = { id: row.id, inForce: Date.parse(row.in_force) / DAY, steps: new Map(), aliases: new Map() };
  sops.set(row.id, sop);
  sopByKey.set(row.key, sop);
  sopByKey.set(row.number_key, sop);
}
for (const row of table('aliases')) {
  sops.get(row.sop).aliases.set(normalised(row.alias), normalised(row.role));
}
for (const row of table('steps')) {
  const unit = { MENIT: 60_000, JAM: 3_600_000 }[row.unit];
  const days = { HARI: 1, MINGGU: 5 }[row.unit];
  sops.get(row.sop).steps.set(+row.no, {
    executors: row.executors ? row.executors.split('; ').map(normalised) : [],
    approval: row.decision === '1',
    millis: unit && unit * row.amount,
    days: days && days * row.amount,
  });
}

// Working intervals, and for each day the first that ends after it begins.
const hours = table('hours').map((row) => ({ start: +row.start, end: +row.finish })).filter((h) => h.start !== h.end);
const workingDays = [...new Set(hours.map((h) => localDay(h.start)))];
const indexOfDay = new Map(workingDays.map((day, i) => [day, i]));
let worked = 0;
for (const interval of hours) {
  interval.before = worked;
  interval.day = indexOfDay.get(localDay(interval.start));
  worked += interval.end - interval.start;
}
const firstDay = localDay(hours[0].start) - 7;
const firstOfDay = [];
for (let day = firstDay, i = 0; i < hours.length; day++) {
  while (i < hours.length && hours[i].end <= day * DAY - OFFSET) {
    i++;
  }
  firstOfDay.push(i);
}

function localDay(at) {
  return Math.floor((at + OFFSET) / DAY);
}

function firstEndingAfter(at) {
  let i = firstOfDay[localDay(at) - firstDay];
  while (hours[i].end <= at) {
    i++;
  }
  return i;
}

function workedUntil(at) {
  const interval = hours[firstEndingAfter(at)];
  return interval.before + Math.max(0, at - interval.start);
}

function due(start, step) {
  let i = firstEndingAfter(start);
  const moved = Math.max(start, hours[i].start);
  if (step.days) {
    return moved + (workingDays[hours[i].day + step.days] - localDay(moved)) * DAY;
  }
  let left = step.millis - (hours[i].end - moved);
  while (left > 0) {
    i++;
    left -= hours[i].end - hours[i].start;
  }
  return hours[i].end + left;
}

function overrun(start, until, step) {
  if (!step.days && !step.millis) {
    return 0;
  }
  const limit = due(start, step);
  return until <= limit ? 0 : workedUntil(until) - workedUntil(limit);
}

function cells(line) {
  if (!line.includes('"')) {
    return line.split(',');
  }
  const found = [];
  for (let at = 0; at <= line.length; ) {
    if (line[at] === '"') {
      let text = '';
      for (at++; line[at] !== '"' || line[at + 1] === '"'; at++) {
        text += line[at];
        at += line[at] === '"' ? 1 : 0;
      }
      found.push(text);
      at += 2;
    } else {
      const end = line.indexOf(',', at);
      found.push(line.slice(at, end < 0 ? line.length : end));
      at = end < 0 ? line.length + 1 : end + 1;
    }
  }
  return found;
}

function enrich(rows) {
  rows.sort((a, b) => a.start - b.start || (a.end ?? Infinity) - (b.end ?? Infinity));
  const sop = sopByKey.get(key(rows[0].sop));
  const rounds = new Map();
  const activities = rows.map((row, i) => {
    const step = sop?.steps.get(row.step);
    const round = (rounds.get(row.step) ?? 0) + 1;
    rounds.set(row.step, round);
    const role = normalised(row.role);
    return {
      start: row.start,
      end: row.end,
      asOf,
      first: i === 0,
      sopKnown: sop !== undefined,
      stepKnown: step !== undefined,
      day: localDay(row.start),
      inForce: sop ? sop.inForce : 0,
      overrun: step ? overrun(row.start, row.end ?? asOf, step) : 0,
      executors: step ? step.executors : [],
      role: step && !step.executors.includes(role) ? sop.aliases.get(role) ?? role : role,
      approval: step ? step.approval : false,
      decision: row.decision || null,
      round,
      lastRound: false,
      maximumRounds,
    };
  });
  activities.forEach((a, i) => {
    a.lastRound = a.round === rounds.get(rows[i].step);
  });
  return activities;
}

const decision = new ZenEngine().createDecision({
  nodes: [
    { id: 'in', type: 'inputNode', name: 'case', position: { x: 0, y: 0 } },
    {
      id: 'table',
      type: 'decisionTableNode',
      name: 'rules',
      position: { x: 200, y: 0 },
      content: {
        hitPolicy: 'collect',
        inputs: [{ id: 'condition', name: 'condition', type: 'expression', field: '' }],
        outputs: [{ id: 'rule', name: 'rule', type: 'expression', field: 'rule' }],
        rules: Object.entries(RULES).map(([id, condition]) => ({ _id: id, condition, rule: `"${id}"` })),
        inputField: 'activities',
        outputPath: 'found',
        executionMode: 'loop',
        passThrough: false,
      },
    },
    { id: 'out', type: 'outputNode', name: 'violations', position: { x: 400, y: 0 } },
  ],
  edges: [
    { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
    { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
  ],
});

const found = [`#covers ${Object.keys(RULES).sort().join(' ')}`];

async function judge(rows) {
  const { result } = await decision.evaluate({ activities: enrich(rows) });
  result.found.forEach((all, i) => {
    for (const { rule } of all) {
      const row = rows[i];
      const round = rows.slice(0, i + 1).filter((r) => r.step === row.step).length;
      found.push([rule, row.case, OF_CASE.has(rule) ? '' : row.step,
        OF_CASE.has(rule) || OF_STEP.has(rule) ? '' : round].join('\t'));
    }
  });
}

// Several cases are under way at once: the engine has threads of its own.
const under = [];
let rows = [];
let header = true;
for await (const line of createInterface({ input: createReadStream(log), crlfDelay: Infinity })) {
  if (header) {
    header = false;
    continue;
  }
  const [caseId, sop, step, role, , start, end, , , decided] = cells(line);
  if (rows.length > 0 && rows[0].case !== caseId) {
    under.push(judge(rows));
    rows = [];
    if (under.length === 64) {
      await Promise.all(under.splice(0));
    }
  }
  rows.push({ case: caseId, sop, step: +step, role, start: moment(start), end: end ? moment(end) : null, decision: decided });
}
under.push(judge(rows));
await Promise.all(under);
writeFileSync(list, `${found.join('\n')}\n`);
