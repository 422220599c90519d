/** The same relay on `ws` under Node, with the heartbeat of its README. */

const { WebSocketServer } = require("ws");

const sockets = new Map();
const server = new WebSocketServer({ port: Number(process.env.PORT), host: "127.0.0.1", backlog: 4096 });

server.on("connection", (socket) => {
  let id = "";
  socket.isAlive = true;
  socket.on("pong", () => socket.isAlive = true);
  socket.on("error", () => socket.terminate());
  socket.on("close", () => sockets.delete(id));
  socket.on("message", (bytes) => {
    const data = bytes.toString();
    const message = JSON.parse(data);
    if (message.type === "register") {
      sockets.set(id = message.id, socket);
      socket.send(JSON.stringify({ type: "registered", id }));
    } else {
      sockets.get(message.clientId)?.send(data);
    }
  });
});
setInterval(() => {
  for (const socket of server.clients) {
    if (!socket.isAlive) {
      socket.terminate();
      continue;
    }
    socket.isAlive = false;
    socket.ping();
  }
}, 30_000);
server.on("listening", () => console.log("ready"));
