// node pouch.js serve FOLDER ROWS       an express-pouchdb on a free port with the documents of the file ROWS
// node pouch.js pull|push FOLDER URL BATCH [ROWS]   seconds and documents of one replication, as JSON
"use strict";
const fs = require("fs");
const path = require("path");
const from = (name) => require(require.resolve(name, { paths: [process.env.COUNTER_PEERS] }));

const [what, folder, where, batch, rows] = process.argv.slice(2);
fs.mkdirSync(folder, { recursive: true });
const PouchDB = from("pouchdb").defaults({ prefix: folder + path.sep });
const documents = (file) => JSON.parse(fs.readFileSync(file, "utf8")).map((row) => ({ _id: row.id, ...row }));

async function fill(database, file) {
  const all = documents(file);
  for (let start = 0; start < all.length; start += 1000) await database.bulkDocs(all.slice(start, start + 1000));
}

async function serve() {
  await fill(new PouchDB("rows"), where);
  const app = from("express")();
  const quiet = { mode: "minimumForPouchDB", logPath: path.join(folder, "log.txt"), inMemoryConfig: true };
  app.use("/", from("express-pouchdb")(PouchDB, quiet));
  const server = app.listen(0, "127.0.0.1", () => console.log(server.address().port));
  process.stdin.resume().on("end", () => process.exit(0));
}

async function replicate() {
  const mine = new PouchDB("copy-" + process.pid);
  if (what === "push") await fill(mine, rows);
  const options = batch === "0" ? {} : { batch_size: Number(batch) };
  const began = process.hrtime.bigint();
  const done = what === "pull" ? await mine.replicate.from(where + "/rows", options)
    : await mine.replicate.to(where + "/pushed-" + process.pid, options);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  console.log(JSON.stringify({ seconds, count: done.docs_written }));
  process.exit(0);
}

(what === "serve" ? serve() : replicate()).catch((error) => { console.error(error); process.exit(1); });
