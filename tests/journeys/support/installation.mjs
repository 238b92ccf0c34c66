// An installation that one journey has for itself: Danderyd's pack, a key, an empty database, and the terminal beside it.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { root, within } from './folder.mjs';
import { started, told } from './program.mjs';

let count = 0;

function packIn(folder, ownAddress, exitTo) {
  fs.cpSync(path.join(root, 'content/danderyd'), folder, { recursive: true });
  const file = path.join(folder, 'municipality.toml');
  const text = fs.readFileSync(file, 'utf8').replace(/^exit_to = .*$/m, `exit_to = "${exitTo}"`);
  fs.writeFileSync(file, ownAddress ? text.replace(/^own_address = "SAKNAS"/m, `own_address = "${ownAddress}"`) : text);
}

// No clock is faked: what is written in the database is moved back, so that it looks as it would after that time.
function changed(database, ...sql) {
  execFileSync('python3', ['-c', 'import sqlite3, sys\nwith sqlite3.connect(sys.argv[1], timeout=10) as database: [database.execute(one) for one in sys.argv[2:]]', database, ...sql]);
}
function minutesPass(database, minutes) {
  const moved = ['created_at', 'last_seen_at', 'confirmed_at'].map((column) => `${column} = ${column} - ${minutes * 60000}`).join(', ');
  changed(database, `UPDATE sign_in_session SET ${moved} WHERE ended_at IS NULL`);
}
// What is closed was closed so many days earlier, and the log's lines are as old. (Their seals are then false; nothing here asks them.)
function daysPass(database, days) {
  changed(database, `UPDATE contact_contact SET closed_at = closed_at - ${days * 86400000}`, `UPDATE audit_line SET at = at - ${days * 86400000}`);
}
// Offers that stand were made so many hours earlier.
function offersHoursAgo(database, hours) {
  changed(database, `UPDATE activities_entry SET offer_until = offer_until - ${hours * 3600000} WHERE state = 'offered'`);
}
// The next occasion of an activity is today, and has not ended before midnight.
function isToday(database, slug) {
  const script = `import sqlite3, sys, datetime, zoneinfo
zone = zoneinfo.ZoneInfo("Europe/Stockholm")
today = datetime.datetime.now(zone).date()
at = lambda day, hour, minute: int(datetime.datetime.combine(day, datetime.time(hour, minute), zone).timestamp() * 1000)
with sqlite3.connect(sys.argv[1], timeout=10) as database:
    area, session = database.execute("SELECT s.area, s.id FROM activities_session s JOIN activities_activity a ON a.area = s.area AND a.id = s.activity WHERE a.slug = ? ORDER BY s.begins_at", (sys.argv[2],)).fetchone()
    database.execute("UPDATE activities_session SET day = ?, begins = 1438, ends = 1440, begins_at = ?, ends_at = ?, changed = changed + 1 WHERE area = ? AND id = ?", (today.isoformat(), at(today, 23, 58), at(today + datetime.timedelta(days=1), 0, 0), area, session))`;
  execFileSync('python3', ['-c', script, database, slug]);
}

async function around(name, server) {
  const data = within(name, 'data'), key = within(name, 'keys', 'master.key');
  const terminal = (...words) => told([...words, '--data', data, '--key', key]);
  return {
    ...server, data, key, terminal, folder: within(name, '.'),
    minutesPass: (minutes) => minutesPass(path.join(data, 'lotsen.db'), minutes),
    daysPass: (days) => daysPass(path.join(data, 'lotsen.db'), days),
    isToday: (slug) => isToday(path.join(data, 'lotsen.db'), slug),
    offersHoursAgo: (hours) => offersHoursAgo(path.join(data, 'lotsen.db'), hours),
    // The path of the link that the terminal prints.
    async add(name, login, role = 'administrator') {
      return new URL((await terminal('user', 'add', '--name', name, '--login', login, '--role', role, '--address', server.address)).match(/http\S+/)[0]).pathname;
    },
  };
}

// more: further words for `lotsen serve`. named: whether the pack knows the site's own address.
export async function installation(sites, { more = () => [], named = true } = {}) {
  const name = `installation-${++count}`, data = within(name, 'data', '.'), key = within(name, 'keys', 'master.key');
  await told(['keys', 'create', '--yes', '--key', key, '--data', data]);
  const server = await started((port) => {
    const pack = within(name, 'pack');
    packIn(pack, named ? `http://127.0.0.1:${port}` : '', sites.elsewhere.address);
    return ['serve', '--data', data, '--key', key, '--listen', `127.0.0.1:${port}`, '--content', pack, ...more(within(name, '.'))];
  });
  return around(name, server);
}

// The demonstration as it is when it has just begun, made once: data, and the key beside it.
let asItBegins;
async function begun() {
  const data = within('demo', 'data', '.');
  await (await started((port) => ['demo', '--port', String(port), '--data', data])).stop();
  return data;
}
// The demonstration, with invented staff, for a journey that changes what others would stumble over.
export async function ownDemo() {
  const name = `demo-${++count}`, data = within(name, 'data', '.');
  const from = await (asItBegins ??= begun());
  for (const part of ['', '-key']) fs.cpSync(from + part, data + part, { recursive: true });
  return around(name, await started((port) => ['demo', '--port', String(port), '--data', data]));
}
