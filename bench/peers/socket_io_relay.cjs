/** The relay as people write it on socket.io: a room for each ID. */

const { createServer } = require("node:http");
const { Server } = require("socket.io");

const server = createServer();
const io = new Server(server, { serveClient: false });

io.on("connection", (socket) => {
  socket.on("register", (id) => {
    socket.join(id);
    socket.emit("registered", id);
  });
  socket.on("relay", (message) => io.to(message.clientId).emit("relay", message));
});
server.listen({ port: Number(process.env.PORT), host: "127.0.0.1", backlog: 4096 }, () => console.log("ready"));
