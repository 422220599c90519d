/** PeerServer, with its own defaults but for the number of clients it lets in. */

const { PeerServer } = require("peer");

PeerServer({ port: Number(process.env.PORT), host: "127.0.0.1", path: "/", concurrent_limit: 1_000_000 }, () => {
  console.log("ready");
});
